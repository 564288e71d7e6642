//! [`Progress`]: how far somebody has come, in counts. No percentage: nobody knows what a hundred would be.

use super::history::History;
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

impl Progress {
    /// How far somebody has come with `questions`.
    pub fn of<'a>(questions: impl Iterator<Item = (&'a Question, &'a History)>) -> Self {
        let mut progress = Self::default();
        let mut answers: Vec<(SafeText, Vec<(super::StudyDay, Verdict)>, usize)> = Vec::new();
        for (question, history) in questions {
            let counted: Vec<_> = history.counted().map(|review| (review.moment.day, review.rating)).collect();
            progress.practised.1 += 1;
            progress.practised.0 += usize::from(!counted.is_empty());
            progress.musts.1 += question.signals.iter().filter(|signal| signal.need == Need::Must).count();
            progress.musts.0 += history.musts_hit(question);
            for probe in &question.probes {
                match answers.iter_mut().find(|(known, ..)| known == probe) {
                    Some((_, known, questions)) => {
                        known.extend(&counted);
                        *questions += 1;
                    }
                    None => answers.push((probe.clone(), counted.clone(), 1)),
                }
            }
            for review in history.counted() {
                progress.calibration.add(review.predicted, review.rating);
            }
        }
        progress.probes =
            answers.into_iter().map(|(probe, answers, questions)| row(probe, answers, questions)).collect();
        progress
    }
}

fn row(probe: SafeText, mut answers: Vec<(super::StudyDay, Verdict)>, questions: usize) -> ProbeRow {
    answers.sort_by_key(|(day, _)| *day);
    let first = answers.len().saturating_sub(ROW);
    ProbeRow { probe, questions, letters: answers.iter().skip(first).map(|(_, verdict)| verdict.letter()).collect() }
}

impl Calibration {
    fn add(&mut self, predicted: Option<super::Prediction>, rating: Verdict) {
        let Some(predicted) = predicted else { return };
        self.predicted += 1;
        self.foreseen += usize::from(predicted.foresaw(rating));
        if predicted == super::Prediction::AtLevel {
            self.at_level += 1;
            self.were += usize::from(rating >= Verdict::AtLevel);
        }
    }
}
