//! Stars: which open and close an emphasis, and which are letters.

use super::parts::Look;
use super::token::Token;

/// What some stars do.
#[derive(Clone, Copy)]
pub(super) struct Marks {
    /// How many of them are marks; the rest are letters.
    pub(super) used: usize,
    /// How the words behind them are set.
    pub(super) look: Look,
}

/// Which stars go together.
pub(super) struct Pairs {
    /// By index of the token.
    marks: Vec<Option<Marks>>,
    /// Stars that want a partner and have none: where, and how many.
    pub(super) stray: Vec<(usize, usize)>,
}

/// Stars that are open.
struct Opener {
    token: usize,
    at: usize,
    left: usize,
}

impl Pairs {
    pub(super) fn of(tokens: &[Token]) -> Self {
        let mut used = vec![0_usize; tokens.len()];
        // What changes at a token, in bold and in italic: how many emphases open or close.
        let mut changes = vec![(0_i32, 0_i32); tokens.len()];
        let mut open: Vec<Opener> = Vec::new();
        let mut stray = Vec::new();
        for (index, token) in tokens.iter().enumerate() {
            let Token::Stars(star) = token else { continue };
            let mut left = star.length;
            if star.closes {
                while let Some(opener) = open.last_mut().filter(|opener| fits(opener.left, left)) {
                    let length = opener.left.min(left);
                    for (token, sign) in [(opener.token, 1), (index, -1)] {
                        used[token] += length;
                        changes[token].0 += sign * i32::from(length >= 2);
                        changes[token].1 += sign * i32::from(length % 2 == 1);
                    }
                    opener.left -= length;
                    left -= length;
                    if opener.left == 0 {
                        open.pop();
                    }
                }
            }
            if left == star.length && star.opens {
                open.push(Opener { token: index, at: star.at, left });
            } else if left > 1 && star.closes {
                stray.push((star.at, left));
            }
        }
        stray.extend(open.iter().map(|opener| (opener.at, opener.left)));
        stray.sort_unstable();
        let (mut bold, mut italic) = (0, 0);
        let marks = used
            .into_iter()
            .zip(changes)
            .map(|(used, change)| {
                bold += change.0;
                italic += change.1;
                (used > 0).then_some(Marks { used, look: Look { bold: bold > 0, italic: italic > 0 } })
            })
            .collect();
        Self { marks, stray }
    }

    pub(super) fn at(&self, token: usize) -> Option<Marks> {
        self.marks[token]
    }
}

/// Whether stars that are left of an opening can be closed by as many as there are: three by any number, two not by one.
fn fits(opening: usize, closing: usize) -> bool {
    closing > 0 && (closing >= opening || opening == 3)
}
