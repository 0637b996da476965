//! The rules about finished files, one file each, named after the fault.

pub mod address_footer;
pub mod appendix_end;
pub mod appendix_not_mentioned;
pub mod appendix_not_on_new_page;
pub mod appendix_number_face;
pub mod appendix_numbering;
pub mod appendix_pages_not_anew;
pub mod appendix_reference_differs;
pub mod appendix_reference_face;
pub mod appendix_title_face;
pub mod archive_line;
pub mod article_not_bold;
pub mod authority_code;
pub mod basis_ending;
pub mod basis_face;
pub mod basis_in_body;
pub mod basis_incomplete;
pub mod binding_room;
pub mod body_face;
pub mod body_not_justified;
pub mod body_of_several_sizes;
pub mod circulation_mark;
pub mod citation_without_so;
pub mod citations_repeated;
pub mod clause_partly_bold;
pub mod committee_with_parent;
pub mod dash_for_hyphen;
pub mod date_blank_or_wrong;
pub mod digitized_copy;
pub mod division_heading;
pub mod drafter_mark;
pub mod end_mark_missing;
pub mod first_line_indent;
pub mod first_page_numbered;
pub mod gap_below_type;
pub mod header_blocks_not_level;
pub mod header_lines_apart;
pub mod header_underlined;
pub mod heading_left_behind;
pub mod issuer_face;
pub mod issuer_missing;
pub mod landscape_margins_out_of_range;
pub mod landscape_without_need;
pub mod layout_by_spaces;
pub mod letters_not_black;
pub mod line_pitch_out_of_range;
pub mod margin_bottom_out_of_range;
pub mod margin_left_out_of_range;
pub mod margin_right_out_of_range;
pub mod margin_top_out_of_range;
pub mod national_motto_face;
pub mod national_motto_wrong;
pub mod national_title_broken;
pub mod national_title_face;
pub mod national_title_wrong;
pub mod not_composed;
pub mod number_blank_or_unpadded;
pub mod number_face;
pub mod number_line_wrong;
pub mod numbers_out_of_order;
pub mod numbers_with_dots;
pub mod old_code_fonts;
pub mod other_typeface;
pub mod page_number_at_foot;
pub mod page_number_decorated;
pub mod page_number_face;
pub mod page_number_missing;
pub mod page_number_not_arabic;
pub mod page_number_not_centered;
pub mod pages_not_from_one;
pub mod paper_not_a4;
pub mod paragraphs_too_close;
pub mod parent_face;
pub mod part_heading;
pub mod part_without_title;
pub mod parts_out_of_order;
pub mod pdf_not_complete;
pub mod place_date_face;
pub mod place_date_wrong;
pub mod place_not_level_with_number;
pub mod place_of_another_seat;
pub mod plan_with_addressee;
pub mod point_form;
pub mod point_order;
pub mod post_after_code;
pub mod post_face;
pub mod recipient_face;
pub mod recipient_form;
pub mod recipient_indented;
pub mod recipients_label;
pub mod recipients_not_level;
pub mod rule_under_issuer;
pub mod rule_under_motto;
pub mod rule_under_subject;
pub mod section_heading;
pub mod several_bases_in_one;
pub mod several_indents;
pub mod signature_alone;
pub mod signature_missing;
pub mod signer_name_face;
pub mod signer_name_form;
pub mod signer_with_degree;
pub mod sizes_not_of_one_set;
pub mod spaces_in_number;
pub mod subject_ends_with_stop;
pub mod subject_face;
pub mod subject_like_dispatch;
pub mod subject_too_long;
pub mod symbol_of_another_issuer;
pub mod symbol_of_another_kind;
pub mod type_face;
pub mod type_not_alone;
pub mod unfinished;
pub mod urgency_mark;
pub mod year_in_number;

use super::rule::Rule;

/// Every rule, in the order of a document.
pub static RULES: &[&Rule] = &[
    &paper_not_a4::RULE,
    &landscape_without_need::RULE,
    &margin_top_out_of_range::RULE,
    &margin_bottom_out_of_range::RULE,
    &margin_left_out_of_range::RULE,
    &margin_right_out_of_range::RULE,
    &binding_room::RULE,
    &landscape_margins_out_of_range::RULE,
    &page_number_missing::RULE,
    &first_page_numbered::RULE,
    &page_number_not_centered::RULE,
    &page_number_face::RULE,
    &pages_not_from_one::RULE,
    &page_number_not_arabic::RULE,
    &appendix_pages_not_anew::RULE,
    &page_number_at_foot::RULE,
    &page_number_decorated::RULE,
    &other_typeface::RULE,
    &letters_not_black::RULE,
    &sizes_not_of_one_set::RULE,
    &body_of_several_sizes::RULE,
    &old_code_fonts::RULE,
    &national_title_wrong::RULE,
    &national_title_face::RULE,
    &national_title_broken::RULE,
    &national_motto_wrong::RULE,
    &national_motto_face::RULE,
    &rule_under_motto::RULE,
    &header_lines_apart::RULE,
    &issuer_missing::RULE,
    &issuer_face::RULE,
    &parent_face::RULE,
    &rule_under_issuer::RULE,
    &header_blocks_not_level::RULE,
    &header_underlined::RULE,
    &number_line_wrong::RULE,
    &number_blank_or_unpadded::RULE,
    &symbol_of_another_kind::RULE,
    &spaces_in_number::RULE,
    &number_face::RULE,
    &year_in_number::RULE,
    &symbol_of_another_issuer::RULE,
    &place_date_wrong::RULE,
    &date_blank_or_wrong::RULE,
    &place_date_face::RULE,
    &place_not_level_with_number::RULE,
    &place_of_another_seat::RULE,
    &type_not_alone::RULE,
    &type_face::RULE,
    &subject_face::RULE,
    &rule_under_subject::RULE,
    &subject_like_dispatch::RULE,
    &subject_ends_with_stop::RULE,
    &subject_too_long::RULE,
    &gap_below_type::RULE,
    &basis_face::RULE,
    &basis_ending::RULE,
    &several_bases_in_one::RULE,
    &basis_incomplete::RULE,
    &citations_repeated::RULE,
    &citation_without_so::RULE,
    &basis_in_body::RULE,
    &body_not_justified::RULE,
    &body_face::RULE,
    &first_line_indent::RULE,
    &several_indents::RULE,
    &paragraphs_too_close::RULE,
    &line_pitch_out_of_range::RULE,
    &layout_by_spaces::RULE,
    &end_mark_missing::RULE,
    &heading_left_behind::RULE,
    &part_heading::RULE,
    &division_heading::RULE,
    &section_heading::RULE,
    &clause_partly_bold::RULE,
    &point_form::RULE,
    &point_order::RULE,
    &numbers_out_of_order::RULE,
    &part_without_title::RULE,
    &numbers_with_dots::RULE,
    &article_not_bold::RULE,
    &signature_missing::RULE,
    &authority_code::RULE,
    &post_face::RULE,
    &signer_name_face::RULE,
    &signer_with_degree::RULE,
    &post_after_code::RULE,
    &signature_alone::RULE,
    &signer_name_form::RULE,
    &recipients_label::RULE,
    &recipients_not_level::RULE,
    &recipient_face::RULE,
    &recipient_form::RULE,
    &archive_line::RULE,
    &plan_with_addressee::RULE,
    &recipient_indented::RULE,
    &appendix_number_face::RULE,
    &appendix_numbering::RULE,
    &appendix_title_face::RULE,
    &appendix_reference_face::RULE,
    &appendix_reference_differs::RULE,
    &appendix_not_mentioned::RULE,
    &appendix_end::RULE,
    &appendix_not_on_new_page::RULE,
    &urgency_mark::RULE,
    &circulation_mark::RULE,
    &unfinished::RULE,
    &address_footer::RULE,
    &drafter_mark::RULE,
    &parts_out_of_order::RULE,
    &not_composed::RULE,
    &dash_for_hyphen::RULE,
    &committee_with_parent::RULE,
    &digitized_copy::RULE,
    &pdf_not_complete::RULE,
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn rules_are_named_apart_and_explained() {
        let ids: BTreeSet<_> = RULES.iter().map(|rule| rule.code.id).collect();
        assert_eq!(ids.len(), RULES.len());
        for rule in RULES {
            let code = rule.code;
            assert!(code.id.starts_with("ND30-") && !rule.clause.is_empty(), "{}", code.id);
            assert!(code.about.ends_with('.') && !code.title.ends_with('.'), "{}", code.id);
            assert!(!rule.docx.is_empty() || !rule.pdf.is_empty(), "{} measures something", code.id);
            assert_eq!(rule.wrong.is_empty(), rule.right.is_empty(), "{}", code.id);
        }
    }
}
