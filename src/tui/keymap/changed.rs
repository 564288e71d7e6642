//! The key table as somebody wishes it: keys added to verbs, and taken away, place by place. What cannot be is a
//! [`Complaint`], and the table stays as it was there.

use super::context::EVERYWHERE;
use super::{Binding, Context, Keymap, table};
use crate::store::{Rebinding, Word};
use crate::text::hint;
use crate::tui::action::Verb;
use crate::tui::key::Key;

/// What takes a verb's keys away.
const NONE: &str = "none";
/// The keys that always do what they do: to leave, to end, and to ask how.
const STAYING: [(&str, Verb); 3] = [("esc", Verb::Close), ("ctrl-c", Verb::QuitNow), ("f1", Verb::Help)];

/// A wish that cannot be, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complaint {
    /// The word it is about.
    pub at: Word,
    /// What is wrong, and what would be right.
    pub text: String,
}

/// A wish whose context and verb are known.
struct Wish<'a> {
    of: &'a Rebinding,
    verb: Verb,
    contexts: Vec<Context>,
}

/// The rows of one place.
struct Place {
    context: Context,
    rows: Vec<Row>,
}

/// A verb, and the keys it has by now.
struct Row {
    verb: Verb,
    keys: Vec<String>,
    /// Whether they are others than the table's.
    changed: bool,
}

impl Keymap {
    /// The table with `wishes` in it, and what cannot be.
    pub fn with(wishes: &[Rebinding]) -> (Self, Vec<Complaint>) {
        let mut complaints = Vec::new();
        let wishes: Vec<Wish<'_>> = wishes
            .iter()
            .filter_map(|wish| understood(wish).map_err(|complaint| complaints.push(complaint)).ok())
            .collect();
        if wishes.is_empty() {
            return (Self::default(), complaints);
        }
        let mut places: Vec<Place> = Context::ALL.into_iter().map(Place::of).collect();
        let all = |word: &&Word| *word.text == *NONE;
        for (wish, none) in wishes.iter().filter_map(|wish| Some((wish, wish.of.keys.iter().find(all)?))) {
            let mut taken = 0;
            for place in places.iter_mut().filter(|place| wish.contexts.contains(&place.context)) {
                taken += place.take_away(wish.verb);
            }
            if taken == 0 && wish.of.keys.len() == 1 {
                let text = format!("the keys of {} stay: they are the way out", wish.verb.name());
                complaints.push(Complaint { at: none.clone(), text });
            }
        }
        for wish in &wishes {
            for word in wish.of.keys.iter().filter(|word| !all(word)) {
                complaints.extend(add(&mut places, wish, word));
            }
        }
        (rebuilt(&places), complaints)
    }
}

/// The contexts and the verb that a wish names.
fn understood(of: &Rebinding) -> Result<Wish<'_>, Complaint> {
    let complain = |at: &Word, text: String| Err(Complaint { at: at.clone(), text });
    let (named, verb) = (&*of.context.text, &*of.verb.text);
    let contexts: Vec<Context> = Context::ALL.into_iter().filter(|context| context.is_meant_by(named)).collect();
    if contexts.is_empty() {
        let known: Vec<String> = std::iter::once(EVERYWHERE.to_owned()).chain(Context::ALL.map(Context::key)).collect();
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        return complain(&of.context, format!("there is no [keys.{named}]{}", hint(named, &known)));
    }
    let here = |binding: &&Binding| binding.contexts.iter().any(|context| contexts.contains(context));
    if let Some(row) = table().filter(here).find(|row| row.verb.name() == verb) {
        return Ok(Wish { of, verb: row.verb, contexts });
    }
    if let Some(elsewhere) = table().find(|row| row.verb.name() == verb) {
        let places: Vec<String> = elsewhere.contexts.iter().take(3).map(|context| context.key()).collect();
        return complain(&of.verb, format!("{verb} does nothing in {named}, but in {}", places.join(", ")));
    }
    let mut known: Vec<&str> = table().filter(here).map(|row| row.verb.name()).collect();
    known.dedup();
    complain(&of.verb, format!("there is no {verb} in {named}{}", hint(verb, &known)))
}

/// The keys of a word, as the table writes them.
fn keys(word: &Word) -> Result<Vec<Key>, String> {
    let typed: Vec<&str> = word.text.split_whitespace().collect();
    let parsed = |key: &&str| Key::parse(key).ok_or_else(|| unknown(key));
    match &typed[..] {
        [_] | [_, _] => typed.iter().map(parsed).collect(),
        _ => Err(format!("\"{}\" is no key: write one, or two with a blank between", word.text)),
    }
}

fn unknown(typed: &str) -> String {
    let lower = typed.to_lowercase();
    let plain = lower.trim_matches(['<', '>']).replace('+', "-").replace("c-", "ctrl-");
    let plain = match plain.strip_prefix("shift-") {
        Some(letter) if letter.chars().count() == 1 => letter.to_uppercase(),
        _ => plain,
    };
    let meant = match Key::parse(&plain) {
        Some(key) => format!("did you mean `{key}`?"),
        None => match hint(&lower, &Key::names()) {
            meant if meant.contains("did you mean") => meant.trim_start_matches(": ").to_owned(),
            _ => "keys are written b, G, ctrl-d, alt-left, enter or g t".to_owned(),
        },
    };
    format!("\"{typed}\" is no key: {meant}")
}

/// Adds a key to a verb where that is possible; why it is not elsewhere.
fn add(places: &mut [Place], wish: &Wish<'_>, word: &Word) -> Option<Complaint> {
    let complain = |text: String| Some(Complaint { at: word.clone(), text });
    let pressed = match keys(word) {
        Ok(pressed) => pressed,
        Err(why) => return complain(why),
    };
    let written: Vec<String> = pressed.iter().map(Key::to_string).collect();
    let written = written.join(" ");
    for (key, verb) in STAYING {
        if pressed.contains(&Key::parse(key)?) && verb != wish.verb {
            return complain(format!("{key} always means {}", verb.name()));
        }
    }
    let mut refused: Vec<String> = Vec::new();
    for place in places.iter_mut().filter(|place| wish.contexts.contains(&place.context)) {
        if place.row(wish.verb).is_none() {
            continue;
        }
        if place.context.is_field() && pressed.first().is_some_and(|key| key.typed().is_some()) {
            return complain(format!("{written} is typed there: take a key with ctrl or alt, or one with a name"));
        }
        match place.rival(wish.verb, &pressed) {
            Some((rival, taken)) => refused.push(place.refusal(&written, rival, &taken)),
            None => place.add(wish.verb, &written),
        }
    }
    let first = refused.first()?;
    complain(match refused.len() {
        1 => first.clone(),
        all => format!("{first} (and it is taken in {} more places)", all - 1),
    })
}

impl Place {
    fn of(context: Context) -> Self {
        let mut rows: Vec<Row> = Vec::new();
        for binding in Keymap::default().bindings(context) {
            let keys = binding.keys.iter().map(|keys| (*keys).to_owned());
            match rows.iter_mut().find(|row| row.verb == binding.verb) {
                Some(row) => row.keys.extend(keys),
                None => rows.push(Row { verb: binding.verb, keys: keys.collect(), changed: false }),
            }
        }
        Self { context, rows }
    }

    fn row(&mut self, verb: Verb) -> Option<&mut Row> {
        self.rows.iter_mut().find(|row| row.verb == verb)
    }

    /// Takes a verb's keys away, but for those that stay; how many.
    fn take_away(&mut self, verb: Verb) -> usize {
        let Some(row) = self.row(verb) else { return 0 };
        let before = row.keys.len();
        row.keys.retain(|key| STAYING.contains(&(key.as_str(), verb)));
        row.changed |= row.keys.len() < before;
        before - row.keys.len()
    }

    /// The verb that has these keys, or keys that hide them or are hidden by them.
    fn rival(&self, verb: Verb, pressed: &[Key]) -> Option<(Verb, String)> {
        let collides = |keys: &&String| {
            let known: Vec<Key> = keys.split(' ').filter_map(Key::parse).collect();
            known.iter().zip(pressed).all(|(one, other)| one == other)
        };
        let others = |row: &'_ Row| {
            // A verb may be given a key that it has.
            let is_its_own = |keys: &&String| row.verb == verb && keys.split(' ').count() == pressed.len();
            row.keys.iter().filter(|keys| !is_its_own(keys)).find(collides).map(|keys| (row.verb, keys.clone()))
        };
        self.rows.iter().find_map(others)
    }

    /// Why `written` cannot be added here: `rival` has `taken`.
    fn refusal(&self, written: &str, rival: Verb, taken: &str) -> String {
        let (rival, here) = (rival.name(), self.context.key());
        let why = if written == taken {
            format!("{written} already means {rival} in {here}")
        } else {
            format!("{written} and {taken}, which means {rival} in {here}, begin with the same key")
        };
        format!("{why}: {rival} = \"none\" under [keys.{here}] takes it away")
    }

    fn add(&mut self, verb: Verb, written: &str) {
        if let Some(row) = self.row(verb).filter(|row| !row.keys.iter().any(|known| known == written)) {
            row.keys.push(written.to_owned());
            row.changed = true;
        }
    }
}

/// The table with the keys of `places`: rows as they are where nothing changed, others beside them where something did.
fn rebuilt(places: &[Place]) -> Keymap {
    let mut rows: Vec<Binding> = Vec::new();
    let mut told: Vec<(Context, Verb)> = Vec::new();
    for row in table() {
        let mut groups: Vec<(Vec<String>, Vec<Context>)> = Vec::new();
        for place in places.iter().filter(|place| row.contexts.contains(&place.context)) {
            let now = place.rows.iter().find(|known| known.verb == row.verb && known.changed);
            let keys = match now {
                None => row.keys.iter().map(|keys| (*keys).to_owned()).collect(),
                // A second row of the verb there: the first has all its keys now.
                Some(_) if told.contains(&(place.context, row.verb)) => continue,
                Some(now) => {
                    told.push((place.context, row.verb));
                    now.keys.clone()
                }
            };
            match groups.iter_mut().find(|(known, _)| *known == keys) {
                Some((_, contexts)) => contexts.push(place.context),
                None => groups.push((keys, vec![place.context])),
            }
        }
        rows.extend(groups.into_iter().map(|(keys, contexts)| {
            let keys: Vec<&'static str> = keys.into_iter().map(|keys| &*String::leak(keys)).collect();
            Binding { contexts: Vec::leak(contexts), keys: Vec::leak(keys), ..*row }
        }));
    }
    // Made once for each start and needed until its end.
    Keymap { changed: Some(Vec::leak(rows)) }
}
