//! Nothing of its own: the tests beside it hold what the library writes against its published
//! schemas.
