//! What of a job description speaks of the job: not what the company gives, nor how to apply, nor whom it may not turn
//! away. Such texts are alike in all of them, and their words (health, learning, application) are words of some ladders too.

/// Starts of headings under which nothing speaks of the job.
const ASIDE: &[&str] = &[
    "benefit",
    "perk",
    "what we offer",
    "we offer",
    "our offer",
    "compensation",
    "equal opportunit",
    "diversity",
    "how to apply",
    "about us",
    "who we are",
    "our company",
    "about the company",
];

/// Words that a sentence about something else has.
const ELSEWHERE: &[&str] = &[
    "401(k)",
    "accommodation",
    "agencies",
    "background check",
    "bonus",
    "cover letter",
    "dental",
    "disability",
    "discriminate",
    "equal opportunity",
    "equal employment",
    "equity",
    "free lunch",
    "gender",
    "gym",
    "holiday",
    "home office",
    "hybrid work",
    "learning budget",
    "look forward to your application",
    "medical, ",
    "paid time off",
    "parental leave",
    "pension",
    "regardless of",
    "salary",
    "sexual orientation",
    "stock option",
    "vacation",
    "veteran",
    "visa sponsor",
    "we are a fast",
    "your application",
];

/// The longest a heading is, in words.
const HEADING: usize = 6;

/// `text` line by line without what does not speak of the job, and how many sentences that was.
pub(super) fn job(text: &str) -> (String, usize) {
    let mut kept = String::new();
    let mut passed_over = 0;
    let mut is_aside = false;
    for line in text.lines() {
        let small = line.trim().trim_start_matches(['#', '*', ' ']).to_lowercase();
        let heads_aside = ASIDE.iter().any(|start| small.starts_with(start));
        let is_heading = is_heading(&small);
        if is_heading {
            is_aside = heads_aside;
        }
        // `Benefits: 30 days` is an aside of one line.
        let is_aside = is_aside || heads_aside && small.contains(':');
        for sentence in line.split_inclusive(['.', '!', '?']).filter(|sentence| !sentence.trim().is_empty()) {
            let small = sentence.to_lowercase();
            if is_aside || ELSEWHERE.iter().any(|word| small.contains(word)) {
                passed_over += usize::from(!is_heading);
            } else {
                kept.push_str(sentence);
            }
        }
        kept.push('\n');
    }
    (kept, passed_over)
}

/// Whether a line reads like a heading: a few words, no item of a list, no end of a sentence.
fn is_heading(line: &str) -> bool {
    let words = line.split_whitespace().count();
    (1..=HEADING).contains(&words) && !line.starts_with(['-', '\u{2022}']) && !line.ends_with(['.', ',', ';', '!'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_company_gives_is_passed_over_and_the_job_stays() {
        let text = "Senior Engineer\n\nYou run ledgers. We pay a bonus. You mend them.\n## What we offer\n- learning time\n\
                    - tea\nRequirements\n- SQL\nBenefits: lunch, health. More lunch.\nKafka";
        let (kept, passed_over) = job(text);
        let lines: Vec<&str> = kept.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        assert_eq!(lines, ["Senior Engineer", "You run ledgers. You mend them.", "Requirements", "- SQL", "Kafka"]);
        assert_eq!(passed_over, 5);
    }
}
