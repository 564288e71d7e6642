//! All 72 roles that the source documents name, each found by its id, its title, another name for it, and by a few
//! letters of its most telling words with its level, typed into the families' filter.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::process::Command;
use std::sync::Arc;

use rungs::catalog::Catalog;
use rungs::domain::{Origin, RoleId};
use rungs::tui::key::Key;
use rungs::tui::rehearsal::{self, Rehearsal};

/// Id, title, another name, letters to type.
const ROLES: [(&str, &str, &str, &str); 72] = [
    ("mobile-engineer/staff", "Staff Mobile Engineer", "Staff iOS Engineer", "mobile staff"),
    ("search-engineer/staff", "Staff Search Engineer", "Staff Relevance Engineer", "search staff"),
    ("software-engineer/staff", "Staff Software Engineer", "Staff SWE", "softwa staff"),
    ("web-engineer/mid", "Web Engineer", "Front-end Engineer", "web mid"),
    ("web-engineer/staff", "Staff Web Engineer", "Staff Front-end Engineer", "web staff"),
    (
        "commerce-platform-engineer/junior",
        "Junior Commerce Platform Engineer",
        "Junior Commerce Engineer",
        "commer junior",
    ),
    (
        "commerce-platform-engineer/associate",
        "Associate Commerce Platform Engineer",
        "Associate Commerce Engineer",
        "commer associate",
    ),
    ("commerce-platform-engineer/mid", "Commerce Platform Engineer", "Commerce Engineer", "commer mid"),
    (
        "commerce-platform-engineer/senior",
        "Senior Commerce Platform Engineer",
        "Senior Commerce Engineer",
        "commer senior",
    ),
    ("commerce-platform-engineer/lead", "Lead Commerce Platform Engineer", "Lead Commerce Engineer", "commer lead"),
    ("commerce-platform-engineer/staff", "Staff Commerce Platform Engineer", "Staff Commerce Engineer", "commer staff"),
    (
        "commerce-platform-engineer/principal",
        "Principal Commerce Platform Engineer",
        "Principal Commerce Engineer",
        "commer principal",
    ),
    ("payment-systems-engineer/junior", "Junior Payment Systems Engineer", "Junior Payments Engineer", "paymen junior"),
    (
        "payment-systems-engineer/associate",
        "Associate Payment Systems Engineer",
        "Associate Payments Engineer",
        "paymen associate",
    ),
    ("payment-systems-engineer/mid", "Payment Systems Engineer", "Payments Engineer", "paymen mid"),
    ("payment-systems-engineer/senior", "Senior Payment Systems Engineer", "Senior Payments Engineer", "paymen senior"),
    ("payment-systems-engineer/lead", "Lead Payment Systems Engineer", "Lead Payments Engineer", "paymen lead"),
    ("payment-systems-engineer/staff", "Staff Payment Systems Engineer", "Staff Payments Engineer", "paymen staff"),
    (
        "payment-systems-engineer/principal",
        "Principal Payment Systems Engineer",
        "Principal Payments Engineer",
        "paymen principal",
    ),
    ("ar-platform-engineer/mid", "AR Platform Engineer", "Augmented Reality Platform Engineer", "ar mid"),
    ("spatial-computing-engineer/mid", "Spatial Computing Engineer", "XR Developer", "comput mid"),
    ("vr-platform-engineer/mid", "VR Platform Engineer", "Virtual Reality Platform Engineer", "vr mid"),
    ("xr-platform-engineer/mid", "XR Platform Engineer", "Extended Reality Platform Engineer", "xr mid"),
    (
        "automation-specialist/associate",
        "Associate Automation Specialist",
        "Junior Automation Engineer",
        "automa associate",
    ),
    ("automation-specialist/mid", "Automation Specialist", "Automation Engineer", "automa mid"),
    ("automation-specialist/senior", "Senior Automation Specialist", "Senior Automation Engineer", "automa senior"),
    ("automation-specialist/lead", "Lead Automation Specialist", "Lead Automation Engineer", "automa lead"),
    ("kernel-engineer/staff", "Staff Kernel Engineer", "Staff Linux Kernel Engineer", "kernel staff"),
    ("systems-engineer/mid", "Systems Engineer", "Infrastructure Engineer", "system mid"),
    ("systems-engineer/staff", "Staff Systems Engineer", "Staff Infrastructure Engineer", "system staff"),
    (
        "cloud-carbon-optimization-engineer/mid",
        "Cloud Carbon Optimization Engineer",
        "Cloud Carbon Optimisation Engineer",
        "optimi mid",
    ),
    ("green-software-engineer/mid", "Green Software Engineer", "Sustainable Software Engineer", "green mid"),
    ("sustainability-data-engineer/mid", "Sustainability Data Engineer", "ESG Data Engineer", "sustai mid"),
    ("identity-specialist/senior", "Senior Identity Specialist", "Senior IAM Specialist", "identi senior"),
    ("privacy-specialist/mid", "Privacy Specialist", "Data Protection Specialist", "privac mid"),
    ("privacy-specialist/senior", "Senior Privacy Specialist", "Senior Data Protection Specialist", "privac senior"),
    ("privacy-specialist/lead", "Lead Privacy Specialist", "Lead Data Protection Specialist", "privac lead"),
    ("implementation-engineer/mid", "Implementation Engineer", "Deployment Engineer", "implem mid"),
    (
        "implementation-specialist/associate",
        "Associate Implementation Specialist",
        "Junior Implementation Specialist",
        "implem associate",
    ),
    ("implementation-specialist/mid", "Implementation Specialist", "Implementation Consultant", "implem specia mid"),
    (
        "implementation-specialist/senior",
        "Senior Implementation Specialist",
        "Senior Implementation Consultant",
        "implem senior",
    ),
    (
        "implementation-specialist/lead",
        "Lead Implementation Specialist",
        "Lead Implementation Consultant",
        "implem lead",
    ),
    ("professional-services-engineer/mid", "Professional Services Engineer", "PS Engineer", "profes mid"),
    ("sales-engineer/mid", "Sales Engineer", "Pre-Sales Engineer", "sales mid"),
    ("solutions-architect/senior", "Solutions Architect", "Solution Architect", "archit senior"),
    ("solutions-engineer/junior", "Junior Solutions Engineer", "Junior SE", "soluti junior"),
    ("solutions-engineer/associate", "Associate Solutions Engineer", "Associate SE", "soluti associate"),
    ("solutions-engineer/mid", "Solutions Engineer", "SE", "soluti mid"),
    ("solutions-engineer/senior", "Senior Solutions Engineer", "Senior SE", "soluti senior"),
    ("solutions-engineer/lead", "Lead Solutions Engineer", "Lead SE", "soluti lead"),
    ("solutions-engineer/staff", "Staff Solutions Engineer", "Staff SE", "soluti staff"),
    ("solutions-engineer/principal", "Principal Solutions Engineer", "Principal SE", "soluti principal"),
    ("customer-success-engineer/mid", "Customer Success Engineer", "Technical Success Engineer", "succes mid"),
    ("customer-support-engineer/mid", "Customer Support Engineer", "CSE", "custom suppor mid"),
    ("enterprise-support-engineer/senior", "Enterprise Support Engineer", "ESE", "enterp senior"),
    ("escalation-engineer/senior", "Escalation Engineer", "EE", "escala senior"),
    ("support-engineer/mid", "Support Engineer", "Production Support Engineer", "suppor mid"),
    ("support-specialist/associate", "Associate Support Specialist", "Junior Support Specialist", "suppor associate"),
    ("support-specialist/mid", "Support Specialist", "Service Desk Specialist", "^suppor specia mid"),
    ("support-specialist/senior", "Senior Support Specialist", "Senior Service Desk Specialist", "suppor senior"),
    ("support-specialist/lead", "Lead Support Specialist", "Service Desk Lead", "suppor lead"),
    ("technical-account-manager/mid", "Technical Account Manager", "TAM", "accoun mid"),
    ("technical-account-manager/senior", "Senior Technical Account Manager", "Senior TAM", "accoun senior"),
    ("technical-support-engineer/mid", "Technical Support Engineer", "TSE", "techni suppor engine mid"),
    (
        "technical-support-engineer/senior",
        "Senior Technical Support Engineer",
        "Senior TSE",
        "techni suppor engine senior",
    ),
    ("technical-support-engineer/lead", "Lead Technical Support Engineer", "Lead TSE", "techni lead"),
    (
        "technical-support-specialist/associate",
        "Associate Technical Support Specialist",
        "Junior Technical Support Specialist",
        "techni associate",
    ),
    ("technical-support-specialist/mid", "Technical Support Specialist", "TSS", "techni specia mid"),
    (
        "technical-support-specialist/senior",
        "Senior Technical Support Specialist",
        "Senior TSS",
        "techni specia senior",
    ),
    ("technical-support-specialist/lead", "Lead Technical Support Specialist", "Lead TSS", "techni specia lead"),
    ("field-engineer/mid", "Field Engineer", "Field Deployment Engineer", "field mid"),
    ("field-service-engineer/mid", "Field Service Engineer", "FSE", "servic mid"),
];

fn catalog() -> Arc<Catalog> {
    Arc::new(Catalog::embedded().unwrap())
}

/// The ids of the roles that `rungs show` takes `words` for.
fn shown(words: &[&str]) -> Vec<String> {
    let output = Command::new(env!("CARGO_BIN_EXE_rungs")).args(["show", "--json"]).args(words).output().unwrap();
    assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let ids = json["items"].as_array().unwrap().iter().map(|role| role["id"].as_str().unwrap().to_owned());
    ids.collect()
}

#[test]
fn the_catalog_holds_these_roles_and_no_other() {
    let catalog = catalog();
    let mut held: Vec<String> = catalog.rungs().map(|(family, rung)| family.role_id(rung).to_string()).collect();
    let mut named: Vec<&str> = ROLES.iter().map(|(id, ..)| *id).collect();
    held.sort_unstable();
    named.sort_unstable();
    assert_eq!(held, named);
}

#[test]
fn each_is_found_by_its_id_under_its_title() {
    let catalog = catalog();
    for (id, title, ..) in ROLES {
        let id: RoleId = id.parse().unwrap();
        let (_, rung) = catalog.rung(&id).unwrap();
        assert_eq!((rung.title.as_str(), rung.origin), (title, Origin::Seed), "{id}");
        assert!(catalog.role(&id).is_some_and(|role| role.title == title), "{id}");
    }
}

#[test]
fn each_is_found_by_its_title_and_by_another_name() {
    let ids = ROLES.map(|(id, ..)| id);
    assert_eq!(shown(&ROLES.map(|(_, title, ..)| title)), ids);
    assert_eq!(shown(&ROLES.map(|(_, _, alias, _)| alias)), ids);
}

#[test]
fn each_comes_first_for_a_few_letters_and_its_level() {
    let catalog = catalog();
    for (id, _, _, letters) in ROLES {
        let mut model = rehearsal::open(Arc::clone(&catalog), 120, 36, None);
        rehearsal::type_keys(&mut model, &mut Rehearsal::default(), &Key::parse_line(&format!("/{letters}")).unwrap());
        assert_eq!(model.browse.role().map(RoleId::as_str), Some(id), "/{letters}");
    }
}

#[test]
fn a_single_rung_stands_between_roles_that_people_come_from_and_go_to() {
    let catalog = catalog();
    let singles: Vec<_> = catalog.families().iter().filter(|family| family.rungs.len() == 1).collect();
    assert_eq!(singles.len(), 23);
    for family in singles {
        let openable = |passages: &[rungs::domain::Passage]| {
            passages.iter().filter(|passage| matches!(passage.role, rungs::domain::Destination::Role(_))).count()
        };
        assert!(openable(&family.from) >= 2 && openable(&family.to) >= 2, "{}", family.id);
    }
}
