//! The thin binary.
#![allow(
    clippy::all,
    clippy::pedantic,
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::allow_attributes,
    clippy::allow_attributes_without_reason
)]
use rungs::{
    catalog::Catalog,
    tui::{self, key::Key, model::Model, rehearsal},
};
use std::sync::Arc;
fn main() {
    let args: Vec<String> = std::env::args().collect();
    if args.len() < 3 {
        let start = tui::Start {
            catalog: Arc::new(Catalog::embedded().unwrap()),
            places: rungs::store::Places::of_this_process(Default::default()),
            at: None,
            fresh: false,
            theme: None,
            glyphs: Default::default(),
        };
        let lost = tui::run(start).unwrap();
        for l in lost {
            eprintln!("{l}");
        }
        return;
    }
    let (w, h) = args[1].split_once('x').unwrap();
    let mut model = Model::new(
        Arc::new(Catalog::embedded().unwrap()),
        ratatui::layout::Size::new(w.parse().unwrap(), h.parse().unwrap()),
    );
    let mut world = rehearsal::Rehearsal::default();
    tui::update::settle(&mut model);
    rehearsal::type_keys(&mut model, &mut world, &Key::parse_line(&args[2]).unwrap());
    print!("{}", rehearsal::text(&rehearsal::screen(&mut model)));
}
