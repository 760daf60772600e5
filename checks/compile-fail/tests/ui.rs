//! Every `ui/*.rs` fails to compile, with the message beside it.

#[test]
fn what_must_not_compile_does_not() {
    // `checks/compile-fail.sh` points this at a copy when the compiler is not the one whose words
    // are on record.
    let cases = std::env::var("COMPILE_FAIL_CASES").unwrap_or_else(|_| "tests/ui".into());
    trybuild::TestCases::new().compile_fail(format!("{cases}/*.rs"));
}
