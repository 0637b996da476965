//! Judging: rules that take a whole plan and return findings.
//!
//! A plan is read whatever is wrong with it; whether it is right is said here, by one file a rule. A rule looks at plans
//! alone: no file, no template, no format.

mod across;
mod citations;
pub mod codes;
mod culprit;
mod data;
mod deadlines;
mod finished;
pub mod fix;
mod language;
mod letters;
mod mentions;
mod misplaced;
mod own;
mod printed;
pub mod prose;
pub mod reference;
pub mod rule;
pub mod rules;
mod sums;
mod symbols;
mod texts;
mod trees;
#[cfg(test)]
mod trial;
mod twice;
pub mod verdict;
mod weekdays;
mod words;
mod written;

pub use across::{Facts, across};
pub use finished::check_words;
pub use own::OwnTemplates;
pub use rule::{Case, Rule};

use crate::diagnostic::Diagnostic;
use crate::plan::{Plan, Status};
use crate::table::Tables;

/// Every rule, by code.
pub static RULES: &[&Rule] = &[
    &rules::incomplete_part::RULE,
    &rules::mount_form_unknown::RULE,
    &rules::figure_senseless::RULE,
    &rules::unknown_id::RULE,
    &rules::mount_pick_unknown::RULE,
    &rules::recipient_group_empty::RULE,
    &rules::target_declared_twice::RULE,
    &rules::part_named_twice::RULE,
    &rules::item_declared_twice::RULE,
    &rules::task_declared_twice::RULE,
    &rules::table_declared_twice::RULE,
    &rules::mount_of_nothing::RULE,
    &rules::mount_key_alone::RULE,
    &rules::duty_form_without_text::RULE,
    &rules::purpose_beside_content::RULE,
    &rules::target_forms::RULE,
    &rules::group_without_rows::RULE,
    &rules::joint_signers::RULE,
    &rules::mount_inside_data::RULE,
    &rules::wrong_sum_of_funding::RULE,
    &rules::wrong_sum_of_project::RULE,
    &rules::wrong_sum_of_table::RULE,
    &rules::wrong_sum_of_target::RULE,
    &rules::wrong_sum_of_tasks::RULE,
    &rules::blank_in_final::RULE,
    &rules::not_printed::RULE,
    &rules::appendix_unnamed::RULE,
    &rules::keys_without_effect::RULE,
    &rules::deadline_without_words::RULE,
    &rules::vision_within_period::RULE,
    &rules::target_key_not_printed::RULE,
    &rules::year_outside_period::RULE,
    &rules::allocation_without_year::RULE,
    &rules::issuer_with_parent::RULE,
    &rules::cycle::RULE,
    &rules::left_out_by_form::RULE,
    &rules::split_without_columns::RULE,
    &rules::formula_cycle::RULE,
    &rules::row_of_unclear_group::RULE,
    &rules::figure_too_large::RULE,
    &rules::table_of_dropped_columns::RULE,
    &rules::figure_rounded::RULE,
    &rules::list_without_depth::RULE,
    &rules::part_larger_than_whole::RULE,
    &rules::cell_over_rows::RULE,
    &rules::body_named_twice::RULE,
    &rules::body_in_words::RULE,
    &rules::signer_with_title::RULE,
    &rules::tables_in_a_circle::RULE,
    &rules::figures_that_disagree::RULE,
    &rules::figure_of_wrong_sign::RULE,
    &rules::figure_beside_relation::RULE,
    &rules::column_unknown::RULE,
    &rules::target_steps_disagree::RULE,
    &rules::part_beyond_target::RULE,
    &rules::listing_of_nothing::RULE,
    &rules::deadline_before_issue::RULE,
    &rules::deadline_outside_period::RULE,
    &rules::milestones_out_of_order::RULE,
    &rules::agenda_slots_disagree::RULE,
    &rules::weekday_wrong::RULE,
    &rules::funding_too_deep::RULE,
    &rules::in_kind_without_quantity::RULE,
    &rules::part_without_number::RULE,
    &rules::own_part_of_attached::RULE,
    &rules::appendix_numbered_twice::RULE,
    &rules::amendment_incomplete::RULE,
    &rules::money_units_disagree::RULE,
    &rules::rows_behind_sum::RULE,
    &rules::comparator_lost::RULE,
    &rules::sign_written_by_hand::RULE,
    &rules::project_without_lead::RULE,
    &rules::lead_said_otherwise::RULE,
    &rules::issuer_cooperating::RULE,
    &rules::task_without_body::RULE,
    &rules::target_without_owner::RULE,
    &rules::body_not_recipient::RULE,
    &rules::body_out_of_time::RULE,
    &rules::signer_without_authority::RULE,
    &rules::report_undated::RULE,
    &rules::money_of_no_source::RULE,
    &rules::basis_after_plan::RULE,
    &rules::basis_replaced::RULE,
    &rules::symbol_unfit::RULE,
    &rules::document_cited_otherwise::RULE,
    &rules::words_of_the_form::RULE,
    &rules::short_name_defined_twice::RULE,
    &rules::appendix_that_is_not::RULE,
    &rules::period_outside_programme::RULE,
    &rules::issued_after_period::RULE,
    &rules::two_deadlines::RULE,
    &rules::year_of_last_plan::RULE,
    &rules::label_out_of_order::RULE,
    &rules::heading_repeated::RULE,
    &rules::list_of_one::RULE,
    &rules::basis_only_in_body::RULE,
    &rules::duties_in_two_places::RULE,
    &rules::change_without_base::RULE,
    &rules::units_in_sentence::RULE,
    &rules::title_cited_otherwise::RULE,
    &rules::decomposed_letters::RULE,
    &rules::preposition_doubled::RULE,
    &rules::rate_of_other_figures::RULE,
    &rules::change_of_other_figures::RULE,
    &rules::part_larger_in_sentence::RULE,
    &rules::sum_in_sentence::RULE,
    &rules::count_in_sentence::RULE,
    &rules::money_in_sentence::RULE,
    &rules::target_in_sentence::RULE,
    &rules::rate_changed_by_percent::RULE,
    &rules::target_against_direction::RULE,
    &rules::target_below_one::RULE,
    &rules::funding_partly_unknown::RULE,
    &rules::figure_far_from_others::RULE,
    &rules::rates_added_up::RULE,
    &rules::rate_without_unit::RULE,
    &rules::change_below_one_household::RULE,
    &rules::row_against_columns::RULE,
    &rules::undecided::RULE,
    &rules::lineage_confused::RULE,
    &rules::mark_at_end::RULE,
    &rules::listed_twice::RULE,
    &rules::basis_incomplete::RULE,
    &rules::item_without_money::RULE,
    &rules::source_unused::RULE,
    &rules::money_above_cap::RULE,
    &rules::subject_of_other_years::RULE,
    &rules::share_above_hundred::RULE,
    &rules::money_in_other_words::RULE,
    &rules::date_that_is_not::RULE,
    &rules::impossible_syllable::RULE,
    &rules::typing_slip::RULE,
    &rules::doubled_word::RULE,
    &rules::quote_unpaired::RULE,
    &rules::space_misplaced::RULE,
    &rules::date_padding::RULE,
    &rules::decimal_point::RULE,
    &rules::currency_sign::RULE,
    &rules::end_mark_by_hand::RULE,
    &rules::agency_capitals::RULE,
    &rules::citation_case::RULE,
    &rules::document_type_small::RULE,
    &rules::unit_capital::RULE,
    &rules::weekday_capital::RULE,
    &rules::people_small::RULE,
    &rules::capital_after_semicolon::RULE,
    &rules::spelled_two_ways::RULE,
    &rules::ended_unit::RULE,
    &rules::hamlet_in_ward::RULE,
    &rules::several_communes::RULE,
];

/// What all rules find in a plan that is built as a draft or for issue, in the order of the file.
pub fn check(plan: &Plan, status: Status) -> Vec<Diagnostic> {
    check_printed_by(plan, &Tables::new(plan), status, &OwnTemplates::default())
}

/// What all rules find in a plan, whose tables are computed, that an office prints with templates of its own.
pub fn check_printed_by(plan: &Plan, tables: &Tables<'_>, status: Status, own: &OwnTemplates) -> Vec<Diagnostic> {
    let case = Case::printed_by(plan, tables, status, own);
    let mut found = Vec::new();
    for rule in RULES {
        (rule.check)(&case, &mut found);
    }
    found.sort_by(|one, other| one.place().cmp(&other.place()));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_sorted_and_named_apart() {
        let ids: Vec<_> = RULES.iter().map(|rule| rule.code.id).collect();
        assert!(ids.is_sorted(), "{ids:?}");
    }

    #[test]
    fn the_examples_are_wrong_and_right() {
        for rule in RULES {
            let found = trial::findings(rule, rule.wrong);
            let gravest = found.iter().map(|found| found.severity).max();
            assert_eq!(gravest, Some(rule.level), "{}", rule.wrong);
            assert!(found.iter().all(|found| found.code == rule.code), "{}", rule.wrong);
            assert!(trial::findings(rule, rule.right).is_empty(), "{}", rule.right);
        }
    }

    #[test]
    fn findings_stand_in_the_order_of_the_file() {
        let plan = trial::plan("can_cu: [x]\nnoi_dung: [{in: nhiem_vu}]\nso_ban: 3");
        let codes: Vec<_> = check(&plan, Status::Draft).iter().map(|found| found.code.id).collect();
        assert_eq!(codes, ["KH-0205", "KH-0207", "KH-0306"]);
    }

    #[test]
    fn a_plain_plan_is_right() {
        assert!(check(&trial::plan("noi_dung: [Câu.]"), Status::Draft).is_empty());
    }
}
