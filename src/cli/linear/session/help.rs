//! The words that there are, all of them, in the place where somebody is.

use super::{Place, Session};

const WORDS: &str = "Type a number to choose from the list, or one of these words:\n\
    families: all families\n\
    show ROLE: a role, by its id, its title or a part of either, such as payment:senior\n\
    all: the whole text of a role or a comparison\n\
    search WORDS: find roles, skills, KPIs, questions and your stories\n\
    compare ROLE ROLE: two roles; compare ROLE: this one and another; compare: this one and the next rung\n\
    bookmark: keep the role you are at, or take the bookmark away; bookmark ROLE: another one\n\
    bookmarks: the roles you keep\n\
    practice: interview questions for the role you are at; practice ROLE: for another\n\
    stories: what you did and can tell, and what no story shows yet; story TITLE: one of them\n\
    again, or Enter: the list once more\n\
    back: to where you were before\n\
    help: this\n\
    quit: the end; the end of input ends it too, and nothing that was kept is lost\n\
    Practice has words of its own: help there lists them.\n";

impl Session<'_> {
    /// The words that lead somewhere from here.
    pub(super) fn help(&self) -> String {
        let numbers = match &self.place {
            Place::Families => "A number opens a family.\n",
            Place::Family(_) | Place::Roles(_) => "A number opens a role.\n",
            Place::Document(_) => "A number reads a section.\n",
            Place::Stories => "A number reads a story.\n",
            Place::Hits(..) => "A number opens what was found.\n",
            Place::Practice(_) => "",
        };
        format!("{WORDS}{numbers}")
    }
}
