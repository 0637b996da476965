//! Tera's sentences in Vietnamese, as far as a writer of templates meets them.

use crate::diagnostic::Code;

/// What a sentence is about.
#[derive(Clone, Copy)]
enum About {
    /// A name that is not there: the whole of the finding.
    Name,
    /// How a template is written or runs: what follows the finding's title.
    Other,
}

use About::{Name, Other};

/// Tera's sentence, with `*` for what it names; and ours, with `{0}` for the first of them.
///
/// The first that fits is taken.
const SENTENCES: &[(&str, About, &str)] = &[
    // Names.
    ("Variable `*` is not defined. Available variables: *", Name, "mẫu dùng tên «{0}» không có; có: {1}"),
    ("Variable `*` is not defined*", Name, "mẫu dùng tên «{0}» không có"),
    ("Variable `*` exists but its value is undefined*", Name, "tên «{0}» có, nhưng không mang giá trị"),
    ("Field `*` is not defined. Available fields: *", Name, "mẫu dùng tên «{0}» không có; có: {1}"),
    ("Field `*` is not defined*", Name, "mẫu dùng tên «{0}» không có"),
    ("Unknown filter `*`", Name, "mẫu dùng bộ lọc «{0}» không có"),
    ("Filter `*` is not registered", Name, "mẫu dùng bộ lọc «{0}» không có"),
    ("Unknown test `*`", Name, "mẫu dùng phép thử «{0}» không có"),
    ("Unknown function `*`", Name, "mẫu dùng hàm «{0}» không có"),
    ("Unknown component `*`", Name, "mẫu dùng thành phần «{0}» không có"),
    ("Component '*' not found", Name, "mẫu dùng thành phần «{0}» không có"),
    ("Unknown template `*`", Name, "mẫu dùng mẫu «{0}» không có"),
    ("Template '*' not found", Name, "không có mẫu «{0}»"),
    ("Block `*` is not defined in any parent template", Name, "khối «{0}» không có trong mẫu được kế thừa"),
    (
        "Unknown argument(s) * in component call. Possible argument(s) are: *",
        Name,
        "thành phần không có tham số {0}; có: {1}",
    ),
    ("Unknown argument(s) * in component call.*", Name, "thành phần không có tham số {0}"),
    (
        "Found invalid field of `loop`: *. Only *",
        Name,
        "mẫu dùng tên «loop.{0}» không có; có: index, index0, first, last, length",
    ),
    ("Tried to use super() in the top level block", Other, "super() chỉ dùng được trong khối của mẫu kế thừa"),
    ("Tried to render a variable that is undefined", Name, "mẫu in một tên không mang giá trị"),
    ("Tried to escape an undefined value", Name, "mẫu in một tên không mang giá trị"),
    ("Cannot index into an undefined value", Name, "mẫu dùng một giá trị không có ở chỗ này"),
    ("Cannot slice an undefined value", Name, "mẫu dùng một giá trị không có ở chỗ này"),
    ("Index expression is undefined", Name, "tên trong ngoặc vuông không mang giá trị"),
    ("Map does not have a key * and no default values were defined", Name, "không có khóa «{0}»"),
    (
        "Value at index * (a *) does not have an attribute at path: *",
        Name,
        "phần thứ {0} của danh sách không có khóa «{2}»",
    ),
    // Arguments.
    ("Argument `*` (type: `*`) missing.", Other, "thiếu tham số «{0}» ({1}) của thành phần"),
    ("Argument `*` missing.", Other, "thiếu tham số «{0}» của thành phần"),
    ("Implicit argument `*` (type: `*`) not found*", Other, "thiếu tham số «{0}» ({1}) của thành phần"),
    ("Implicit argument `*` not found*", Other, "thiếu tham số «{0}» của thành phần"),
    (
        "Component argument `*` (type: `*`) does not match expected type: `*`",
        Other,
        "tham số «{0}» phải là {2}, ở đây là {1}",
    ),
    ("Missing keyword argument `*`", Other, "thiếu tham số «{0}»"),
    ("Invalid type for the value, expected `*` but got `*`", Other, "giá trị phải là {0}, ở đây là {1}"),
    ("Value `*` is out of range for `*`", Other, "số {0} quá lớn hoặc quá nhỏ"),
    ("Number `*` is out of range*", Other, "số {0} quá lớn hoặc quá nhỏ"),
    ("Operand `*` is out of range*", Other, "số {0} quá lớn hoặc quá nhỏ"),
    ("Exponent * is out of range*", Other, "số mũ {0} quá lớn hoặc âm"),
    ("Keyword argument `*` is defined more than once", Other, "tham số «{0}» viết hai lần"),
    ("Component argument `*` is defined more than once", Other, "tham số «{0}» viết hai lần"),
    (
        "Default value for `*` has type `*` but the argument has type `*`",
        Other,
        "giá trị mặc định của «{0}» là {1}, tham số phải là {2}",
    ),
    // Values of the wrong type.
    ("Cannot compare `*` with `*`", Other, "không so sánh được {0} với {1}"),
    ("Cannot sort: `*` and `*` are not comparable", Other, "không xếp thứ tự được {0} với {1}"),
    ("Math operations can only be done on numbers, found `*`", Other, "chỉ tính toán được với số, ở đây là {0}"),
    ("Only numbers can be used in arithmetic. This is a `*`", Other, "chỉ tính toán được với số, ở đây là {0}"),
    ("Only numbers can be negated. This is a `*`", Other, "chỉ đổi dấu được số, ở đây là {0}"),
    (
        "`+` requires both operands to be numbers, found `*` and `*`",
        Other,
        "dấu + cần hai số, ở đây là {0} và {1}; nối chữ thì viết ~",
    ),
    ("Cannot divide by 0", Other, "chia cho 0"),
    ("Unable to perform *", Other, "không tính được {0}: số quá lớn"),
    ("Cannot negate *", Other, "số quá lớn để đổi dấu"),
    ("Iteration not possible on type `*`", Other, "for cần một danh sách, ở đây là {0}"),
    (
        "Key/value iteration is not possible on type `*`*",
        Other,
        "for lấy khóa và giá trị cần một nhóm khóa, ở đây là {0}",
    ),
    ("Spread operator requires a map, found `*`", Other, "dấu ... ở đây cần một nhóm khóa, gặp {0}"),
    ("Spread operator requires an array, found `*`", Other, "dấu ... ở đây cần một danh sách, gặp {0}"),
    ("Slice * is undefined", Other, "khoảng cắt trong ngoặc vuông không mang giá trị"),
    ("Slice * must be an integer, got `*`", Other, "khoảng cắt trong ngoặc vuông phải là số nguyên, ở đây là {1}"),
    ("Slicing step cannot be 0", Other, "bước cắt không được bằng 0"),
    (
        "Slicing can only be used on arrays or strings, not on `*`.",
        Other,
        "chỉ cắt được danh sách hoặc chữ, ở đây là {0}",
    ),
    ("`in` cannot be used on a container of type `*`*", Other, "in cần danh sách, chữ hoặc nhóm khóa, ở đây là {0}"),
    ("Not a valid key type", Other, "khóa phải là chữ hoặc số nguyên"),
    (
        "Map keys must be strings, integers, or bools, got `*`.",
        Other,
        "khóa phải là chữ, số nguyên hoặc đúng sai, ở đây là {0}",
    ),
    ("Value of type * cannot be reversed", Other, "không đảo ngược được {0}"),
    ("Value of type * has no length", Other, "{0} không có độ dài"),
    ("Value of type * cannot be converted to *", Other, "không đổi được {0} thành số"),
    ("The string `*` cannot be converted to *", Other, "không đổi được chữ «{0}» thành số"),
    ("The float * cannot be converted to *", Other, "không đổi được {0} thành số nguyên"),
    ("This filter can only be used on a number, received `*`.", Other, "bộ lọc này cần một số, ở đây là {0}"),
    ("pluralize filter requires an integer, got `*`", Other, "bộ lọc này cần một số nguyên, ở đây là {0}"),
    ("Value `*` is a float; *", Other, "phép thử này cần một số nguyên, ở đây là {0}"),
    ("Value `*` is not a container; *", Other, "phép thử này cần danh sách, chữ hoặc nhóm khóa, ở đây là {0}"),
    ("The `indentation` argument must contain exactly one character", Other, "tham số «indentation» phải là một ký tự"),
    ("int filter `base` must be between 2 and 36, got *", Other, "tham số «base» từ 2 đến 36, ở đây là {0}"),
    ("Invalid argument for `method`: *. *", Other, "tham số «method» là ceil hoặc floor, ở đây là {0}"),
    ("Function `range` was called with a `start`*", Other, "range: start lớn hơn end"),
    ("Function `range` was called with a `step_by`*", Other, "range: step_by bằng 0"),
    ("Function `range` *", Other, "range: danh sách quá dài"),
    // Syntax.
    (
        "Unexpected end of input",
        Other,
        "mẫu kết thúc giữa chừng, thường là thiếu {% endif %}, {% endfor %} hay dấu đóng",
    ),
    ("unexpected end of string", Other, "chuỗi chữ không có dấu nháy đóng"),
    ("String opened with `*` is missing its closing `*`", Other, "chuỗi chữ không có dấu nháy đóng"),
    ("unexpected escape character", Other, "sau dấu gạch chéo ngược chỉ viết n, t, r, dấu nháy hoặc gạch chéo"),
    ("unexpected end of raw block", Other, "thiếu {% endraw %}"),
    ("Closing comment tag `*` not found", Other, "lời ghi chú không có dấu đóng {0}"),
    ("Unexpected character", Other, "có ký tự không viết được ở chỗ này"),
    ("Invalid float", Other, "số viết sai"),
    ("Invalid Integer", Other, "số viết sai"),
    ("Unknown tag", Other, "không có thẻ này giữa {% và %}"),
    ("Found * but was expecting *", Other, "gặp {0} ở chỗ cần {1}"),
    ("Found `<` but expected identifier after it*", Other, "sau dấu < phải là tên của thành phần"),
    ("Found * but the only types allowed are: *", Other, "gặp {0} ở chỗ cần một kiểu: {1}"),
    ("Found * but `-` can only be followed by an integer or a float", Other, "sau dấu trừ phải là số"),
    ("Found * but component default arguments can only be one of: *", Other, "giá trị mặc định là {1}"),
    ("Found * but expected one of: *", Other, "gặp {0} ở chỗ cần một trong: {1}"),
    ("Found * but expected *", Other, "gặp {0} ở chỗ cần {1}"),
    ("Expected \"string\" or {expression} but found *", Other, "gặp {0} ở chỗ cần chuỗi chữ hoặc {biểu thức}"),
    ("Identifiers can only have up to * nested brackets.", Other, "ngoặc vuông lồng quá {0} tầng"),
    ("Arrays can have a maximum of * dimensions.", Other, "danh sách lồng quá {0} tầng"),
    ("The expression is too complex", Other, "biểu thức quá dài"),
    ("The template nesting is too deep", Other, "các thẻ lồng quá sâu"),
    ("Function calls are only allowed at the first element of a chain", Other, "hàm chỉ được gọi ở đầu biểu thức"),
    ("`-` and `not` cannot be used consecutively.", Other, "dấu trừ và not không viết liền nhau"),
    ("`not` is only valid here as part of `not in`", Other, "ở đây chỉ viết được not in"),
    ("`*` is not allowed after `~`", Other, "sau dấu ~ không viết được {0}"),
    ("`*` cannot be used inside a *", Other, "{0} không dùng được ở trong {1}"),
    ("* can only be used in a for loop", Other, "{0} chỉ dùng được giữa {% for %} và {% endfor %}"),
    (
        "* was named `*` in the opening tag, found `*` as name in the end tag",
        Other,
        "thẻ mở tên «{1}», thẻ đóng tên «{2}»",
    ),
    ("Unclosed component '*'", Other, "thành phần «{0}» không có thẻ đóng"),
    ("Closing tag '*' doesn't match opening tag '*'", Other, "thẻ mở tên «{1}», thẻ đóng tên «{0}»"),
    (
        "Components with body content must use tag syntax*",
        Other,
        "thành phần có nội dung thì viết {% <ten()> %}…{% </ten> %}",
    ),
    ("List comprehensions support only a single `for` clause.", Other, "trong danh sách chỉ viết được một for"),
    ("* is a reserved keyword of Tera*", Other, "«{0}» là từ riêng của mẫu, không đặt làm tên được"),
    ("Invalid syntax for `set`*", Other, "sau set phải là tên, dấu = và một biểu thức, hoặc %}"),
    (
        "Invalid *: this map should only contain literal values.",
        Other,
        "nhóm khóa ở đây chỉ chứa được giá trị viết sẵn",
    ),
    ("Invalid default argument*", Other, "danh sách ở đây chỉ chứa được giá trị viết sẵn"),
    ("Component definitions cannot be written in another tag.", Other, "thành phần phải khai báo ngoài mọi thẻ khác"),
    ("Template already contains a component named `*`", Other, "thành phần «{0}» khai báo hai lần"),
    ("Component `*` is defined in both `*` and `*`", Other, "thành phần «{0}» khai báo ở cả hai mẫu «{1}» và «{2}»"),
    ("The name `body` is reserved for component body content.", Other, "tên «body» dành cho nội dung của thành phần"),
    ("Rest parameter `*` conflicts*", Other, "tham số «{0}» viết hai lần"),
    ("Rest parameter must be the last*", Other, "tham số nhận phần còn lại phải đứng cuối"),
    ("Template is already extending `*`", Other, "mẫu đã kế thừa «{0}»"),
    ("`extends` needs to be the first tag of the template", Other, "extends phải đứng đầu mẫu"),
    ("`extends` cannot be nested in other tags.", Other, "extends phải đứng ngoài mọi thẻ khác"),
    ("Blocks cannot be written inside a *", Other, "khối không viết được ở trong thẻ này"),
    ("Template already contains a block named `*`", Other, "khối «{0}» viết hai lần"),
    ("This content would be ignored*", Other, "ngoài các khối, mẫu kế thừa chỉ có extends, block và component"),
    ("Block `*` not found in template `*`", Name, "mẫu «{1}» không có khối «{0}»"),
];

/// Words of Tera's for kinds of values and of signs.
const TERMS: &[(&str, &str)] = &[
    ("undefined", "chỗ không có giá trị"),
    ("none", "chỗ trống"),
    ("bool", "đúng sai"),
    ("true", "true"),
    ("number", "số"),
    ("Number", "số"),
    ("integer", "số nguyên"),
    ("u64", "số nguyên"),
    ("i64", "số nguyên"),
    ("u128", "số nguyên"),
    ("i128", "số nguyên"),
    ("u32", "số nguyên"),
    ("i32", "số nguyên"),
    ("usize", "số nguyên"),
    ("isize", "số nguyên"),
    ("float", "số thập phân"),
    ("f64", "số thập phân"),
    ("f32", "số thập phân"),
    ("string", "chuỗi chữ"),
    ("str", "chuỗi chữ"),
    ("String", "chuỗi chữ"),
    ("&str", "chuỗi chữ"),
    ("array", "danh sách"),
    ("Vec<Value>", "danh sách"),
    ("&[Value]", "danh sách"),
    ("map", "nhóm khóa"),
    ("Map", "nhóm khóa"),
    ("map/struct", "nhóm khóa"),
    ("bytes", "dãy byte"),
    ("identifier", "tên"),
    ("ident", "tên"),
    ("content", "chữ của mẫu"),
    ("raw", "nguyên"),
    ("comment", "lời ghi chú"),
    ("component", "thành phần"),
    ("definition", "khai báo"),
    ("block", "khối"),
    ("or", "hoặc"),
    ("and", "và"),
    ("end", "hết"),
    ("of", ""),
    ("input", "tệp"),
];

/// Tera's sentence in Vietnamese, under the title of what it is about.
pub(super) fn explain(message: &str, otherwise: Code, title: &str) -> (Code, String) {
    let found = SENTENCES.iter().find_map(|(english, about, ours)| Some((holes(english, message)?, about, ours)));
    match found {
        Some((holes, Name, ours)) => (Code::TemplateName, filled(ours, &holes)),
        Some((holes, Other, ours)) => (otherwise, format!("{title}: {}", filled(ours, &holes))),
        None if is_ours(message) => (otherwise, format!("{title}: {message}")),
        None => (otherwise, format!("{title} ở chỗ này")),
    }
}

/// Whether a sentence is one of our filters' or of the template itself, which is not in English.
fn is_ours(message: &str) -> bool {
    !message.contains('`') && message.chars().any(|letter| letter.is_alphabetic() && !letter.is_ascii())
}

/// What stands for each `*` of a sentence, if it is that sentence.
fn holes<'m>(sentence: &str, message: &'m str) -> Option<Vec<&'m str>> {
    let mut parts = sentence.split('*');
    let mut rest = message.strip_prefix(parts.next()?)?;
    let mut holes = Vec::new();
    for part in parts {
        let end = if part.is_empty() { rest.len() } else { rest.find(part)? };
        holes.push(&rest[..end]);
        rest = &rest[end + part.len()..];
    }
    rest.is_empty().then_some(holes)
}

/// A sentence with what it names: between «» as it is, else in Vietnamese.
fn filled(sentence: &str, holes: &[&str]) -> String {
    holes.iter().enumerate().fold(sentence.to_owned(), |sentence, (index, hole)| {
        sentence.replace(&format!("«{{{index}}}»"), &format!("«{hole}»")).replace(&format!("{{{index}}}"), &told(hole))
    })
}

/// Words of Tera's, each that we have a term for in Vietnamese; signs and names as they are.
fn told(words: &str) -> String {
    let told = |word: &str| {
        let bare = word.trim_end_matches([',', '.', ':']);
        let mark = if word.ends_with(',') { "," } else { "" };
        let term = TERMS.iter().find(|(known, _)| *known == bare).map(|(_, term)| *term);
        term.map_or_else(|| word.trim_end_matches('.').to_owned(), |term| format!("{term}{mark}"))
    };
    let words: Vec<_> = words.trim().split(' ').map(told).filter(|word| !word.is_empty()).collect();
    let mut quoted = String::new();
    for (index, part) in words.join(" ").split('`').enumerate() {
        let mark = if index == 0 {
            ""
        } else if index % 2 == 1 {
            "«"
        } else {
            "»"
        };
        quoted.push_str(mark);
        quoted.push_str(part);
    }
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(message: &str, expected: &str) {
        let (_, told) = explain(message, Code::TemplateRender, "mẫu không chạy được");
        assert_eq!(told, expected, "{message}");
    }

    #[test]
    fn sentences_are_told_in_vietnamese() {
        check("Variable `a` is not defined. Available variables: b, c", "mẫu dùng tên «a» không có; có: b, c");
        check(
            "Found `%}` but expected one of: integer, float, string, bool, ident, `-`, `not`, `<`, `{`, `[` or `(`",
            "mẫu không chạy được: gặp «%}» ở chỗ cần một trong: số nguyên, số thập phân, chuỗi chữ, đúng sai, tên, «-», «not», «<», «{», «[» hoặc «(»",
        );
        check("Template already contains a block named `input`", "mẫu không chạy được: khối «input» viết hai lần");
        check("Found identifier but expected `=`.", "mẫu không chạy được: gặp tên ở chỗ cần «=»");
        check("Cannot compare `string` with `u64`", "mẫu không chạy được: không so sánh được chuỗi chữ với số nguyên");
        check(
            "Unknown argument(s) `x` in component call. Possible argument(s) are: `y`, `z`",
            "thành phần không có tham số «x»; có: «y», «z»",
        );
        check("bộ lọc «safe» không dùng được", "mẫu không chạy được: bộ lọc «safe» không dùng được");
        check("Something that nobody foresaw: `x`", "mẫu không chạy được ở chỗ này");
    }
}
