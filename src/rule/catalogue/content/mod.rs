//! What sessions hold: what each of them takes up, the focus, what is off the model, and what lies
//! around the work.

mod around;
mod focus;
mod model;
mod session;

use crate::rule::catalogue::block;

block!(session, focus, model, around);
