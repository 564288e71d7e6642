//! [`Progress`]: how far somebody has come, in counts. No percentage: nobody knows what a hundred would be.

use super::day::StudyDay;
use super::history::History;
use super::review::Prediction;
use super::verdict::Verdict;
use crate::domain::question::{Need, Question};
use crate::text::SafeText;

/// How many answers are shown of a probe.
const ROW: usize = 5;

/// How far somebody has come with a role's questions.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Progress {
    /// Questions that were answered, of so many.
    pub practised: (usize, usize),
    /// Musts that the latest cold answers hit, of all musts there are: what was never answered was not shown.
    pub musts: (usize, usize),
    /// The answers by what they probe, in the order in which the questions name it.
    pub probes: Vec<ProbeRow>,
    /// How well the answers were foreseen.
    pub calibration: Calibration,
}

/// The answers that probe one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProbeRow {
    /// What is probed, as questions write it.
    pub probe: SafeText,
    /// How many questions probe it.
    pub questions: usize,
    /// The last five answers to them, the latest last.
    pub letters: String,
}

/// How often something was predicted, and how often it came so.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Calibration {
    /// Answers thought to be at level.
    pub at_level: usize,
    /// Those of them that were.
    pub were: usize,
    /// Answers with a prediction.
    pub predicted: usize,
    /// Those that came as predicted.
    pub foreseen: usize,
}

/// The answers that probe one thing, with their days.
struct Probed {
    probe: SafeText,
    questions: usize,
    answers: Vec<(StudyDay, Verdict)>,
}

impl Progress {
    /// How far somebody has come with `questions`.
    pub fn of<'a>(questions: impl IntoIterator<Item = (&'a Question, &'a History)>) -> Self {
        let mut progress = Self::default();
        let mut probed: Vec<Probed> = Vec::new();
        for (question, history) in questions {
            let answers: Vec<_> = history.counted().map(|review| (review.moment.day, review.rating)).collect();
            progress.practised.1 += 1;
            progress.practised.0 += usize::from(!answers.is_empty());
            progress.musts.1 += question.signals.iter().filter(|signal| signal.need == Need::Must).count();
            progress.musts.0 += history.musts_hit(question);
            for probe in &question.probes {
                match probed.iter_mut().find(|known| known.probe == *probe) {
                    Some(known) => {
                        known.answers.extend(&answers);
                        known.questions += 1;
                    }
                    None => probed.push(Probed { probe: probe.clone(), questions: 1, answers: answers.clone() }),
                }
            }
            history.foreseen().for_each(|review| progress.calibration.add(review.predicted, review.rating));
        }
        progress.probes = probed.into_iter().map(ProbeRow::from).collect();
        progress
    }
}

impl From<Probed> for ProbeRow {
    fn from(Probed { probe, questions, mut answers }: Probed) -> Self {
        answers.sort_by_key(|(day, _)| *day);
        let first = answers.len().saturating_sub(ROW);
        Self { probe, questions, letters: answers.iter().skip(first).map(|(_, verdict)| verdict.letter()).collect() }
    }
}

impl Calibration {
    fn add(&mut self, predicted: Option<Prediction>, rating: Verdict) {
        let Some(predicted) = predicted else { return };
        self.predicted += 1;
        self.foreseen += usize::from(predicted.foresaw(rating));
        if predicted == Prediction::AtLevel {
            self.at_level += 1;
            self.were += usize::from(rating >= Verdict::AtLevel);
        }
    }
}
