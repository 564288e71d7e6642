//! What people do at the explorer, a line of keys each.

mod clocking;
mod comparing;
mod drilling;
mod finding;
mod halfway;
mod keeping;
mod laddering;
mod mapping;
mod moving;
mod near;
mod pairing;
mod pointing;
mod practising;
mod progressing;
mod rating;
mod rehearsing;
mod returning;
mod searching;
mod taking;
mod telling;
mod themed;
