//! What is set while a content is read: place, colour, typeface.

use std::rc::Rc;

use super::font::Font;
use super::matrix::Matrix;
use super::object::Object;

/// What `q` keeps and `Q` brings back.
#[derive(Clone)]
pub(super) struct State {
    /// From places of the content to those of the page.
    pub(super) matrix: Matrix,
    /// The colour of letters and areas; `None` where it cannot be told.
    pub(super) fill: Option<[u8; 3]>,
    /// How a colour of areas is given.
    pub(super) fill_space: Space,
    /// The colour of lines.
    pub(super) line: Option<[u8; 3]>,
    /// How a colour of lines is given.
    pub(super) line_space: Space,
    /// Whether lines have gaps.
    pub(super) is_dashed: bool,
    /// The typeface.
    pub(super) font: Option<Rc<Font>>,
    /// Its size.
    pub(super) size: f64,
    /// Space after each letter.
    pub(super) letter_space: f64,
    /// Space after each space.
    pub(super) word_space: f64,
    /// How much letters are stretched across.
    pub(super) stretch: f64,
    /// The distance of lines.
    pub(super) leading: f64,
    /// How far letters are raised.
    pub(super) rise: f64,
    /// How letters are drawn.
    pub(super) mode: usize,
}

impl State {
    /// At the start of a page.
    pub(super) fn new(matrix: Matrix) -> Self {
        Self {
            matrix,
            fill: Some([0; 3]),
            fill_space: Space::Plain,
            line: Some([0; 3]),
            line_space: Space::Plain,
            is_dashed: false,
            font: None,
            size: 1.0,
            letter_space: 0.0,
            word_space: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
            mode: 0,
        }
    }
}

/// How a colour is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Space {
    /// By light: grey, or red, green, blue; four numbers are inks.
    Plain,
    /// By how much of one ink that is black.
    Black,
    /// In another way.
    Other,
}

impl Space {
    /// The way that the object of a colour space says; names of the resources are followed already.
    pub(super) fn of(object: &Object) -> Self {
        let name = |object: Option<&Object>| object.and_then(Object::name).unwrap_or_default().to_owned();
        let items = object.array().unwrap_or_default();
        let kind = object.name().map_or_else(|| name(items.first()), str::to_owned);
        match kind.as_str() {
            "Separation" if ["Black", "All"].contains(&name(items.get(1)).as_str()) => Self::Black,
            "DeviceGray" | "DeviceRGB" | "DeviceCMYK" | "CalGray" | "CalRGB" | "ICCBased" | "G" | "RGB" | "CMYK" => {
                Self::Plain
            }
            _ => Self::Other,
        }
    }

    /// The colour of some numbers.
    pub(super) fn color(self, numbers: &[f64]) -> Option<[u8; 3]> {
        match (self, numbers) {
            (Self::Plain, _) => color(numbers),
            (Self::Black, [tint]) => color(&[1.0 - tint]),
            (Self::Black | Self::Other, _) => None,
        }
    }
}

/// The colour of one number (grey), three (red, green, blue) or four (inks).
pub(super) fn color(numbers: &[f64]) -> Option<[u8; 3]> {
    let byte = |light: f64| (light.clamp(0.0, 1.0) * 255.0).round() as u8;
    match *numbers {
        [grey] => Some([byte(grey); 3]),
        [red, green, blue] => Some([byte(red), byte(green), byte(blue)]),
        [cyan, magenta, yellow, black] => {
            let light = |ink: f64| byte((1.0 - ink.clamp(0.0, 1.0)) * (1.0 - black.clamp(0.0, 1.0)));
            Some([light(cyan), light(magenta), light(yellow)])
        }
        _ => None,
    }
}

/// A colour, unless it is black to the eye or cannot be told.
pub(super) fn not_black(color: Option<[u8; 3]>) -> Option<[u8; 3]> {
    const BLACK_TO_THE_EYE: u8 = 16;
    color.filter(|color| color.iter().any(|light| *light > BLACK_TO_THE_EYE))
}
