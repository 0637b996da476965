//! Streams as they were before they were packed, as far as letters need it: pictures stay as they are.

use flate2::{Decompress, FlushDecompress, Status};

use super::budget::Budget;
use super::object::{Dict, Object};
use super::trouble::Trouble;

/// How many times over a stream may be packed.
const MOST_FILTERS: usize = 4;

/// Unpacks a stream; `None` where its way of packing is one of pictures, or unknown.
///
/// What is damaged is unpacked up to there.
pub(super) fn unpack(bytes: &[u8], filters: &[(String, Dict)], budget: &Budget) -> Result<Option<Vec<u8>>, Trouble> {
    if filters.len() > MOST_FILTERS {
        return Err(Trouble::TooLarge);
    }
    budget.unpack(bytes.len())?;
    let mut data = bytes.to_vec();
    for (name, settings) in filters {
        let room = budget.room();
        let unpacked = match name.as_str() {
            "FlateDecode" | "Fl" => predicted(flate(&data, room)?, settings),
            "LZWDecode" | "LZW" => predicted(lzw(&data, settings, room)?, settings),
            "ASCIIHexDecode" | "AHx" => hexadecimal(&data),
            "ASCII85Decode" | "A85" => base_85(&data),
            "RunLengthDecode" | "RL" => run_length(&data, room)?,
            _ => return Ok(None),
        };
        budget.unpack(unpacked.len())?;
        data = unpacked;
    }
    Ok(Some(data))
}

fn flate(data: &[u8], room: usize) -> Result<Vec<u8>, Trouble> {
    let unpacked = inflate(data, true, room)?;
    // Some producers leave the header out, or write a wrong one.
    if unpacked.is_empty() && data.len() > 2 { inflate(&data[2..], false, room) } else { Ok(unpacked) }
}

fn inflate(data: &[u8], has_header: bool, room: usize) -> Result<Vec<u8>, Trouble> {
    let mut stream = Decompress::new(has_header);
    let mut out = Vec::with_capacity(data.len().saturating_mul(3).min(room).min(1 << 20));
    loop {
        let read = usize::try_from(stream.total_in()).unwrap_or(usize::MAX);
        let before = out.len();
        out.reserve(1 << 14);
        let status = stream.decompress_vec(data.get(read..).unwrap_or_default(), &mut out, FlushDecompress::None);
        if out.len() > room {
            return Err(Trouble::TooLarge);
        }
        let has_moved = out.len() > before || stream.total_in() > read as u64;
        if !has_moved || !matches!(status, Ok(Status::Ok | Status::BufError)) {
            return Ok(out);
        }
    }
}

fn lzw(data: &[u8], settings: &Dict, room: usize) -> Result<Vec<u8>, Trouble> {
    const CLEAR: usize = 256;
    const END: usize = 257;
    let early = settings.get("EarlyChange").and_then(Object::number) != Some(0.0);
    let mut out: Vec<u8> = Vec::new();
    // Each entry is a stretch of what was written already, or a single byte.
    let mut entries: Vec<(usize, usize)> = Vec::new();
    let mut previous: Option<(usize, usize)> = None;
    let (mut bits, mut held, mut width) = (0_u32, 0_u32, 9_u32);
    for byte in data {
        bits = (bits << 8) | u32::from(*byte);
        held += 8;
        if held < width {
            continue;
        }
        held -= width;
        let code = ((bits >> held) & ((1 << width) - 1)) as usize;
        bits &= (1 << held) - 1;
        match code {
            CLEAR => {
                entries.clear();
                previous = None;
                width = 9;
                continue;
            }
            END => break,
            _ => {}
        }
        let start = out.len();
        if code < CLEAR {
            out.push(code as u8);
        } else if let Some((from, length)) = entries.get(code - 258).copied() {
            out.extend_from_within(from..from + length);
        } else if let (Some((from, length)), true) = (previous, code - 258 == entries.len()) {
            out.extend_from_within(from..from + length);
            out.push(out[from]);
        } else {
            break;
        }
        if out.len() > room {
            return Err(Trouble::TooLarge);
        }
        if let Some((from, length)) = previous.filter(|_| entries.len() < 4096 - 258) {
            // The byte after the previous stretch is the first of this one.
            entries.push((from, length + 1));
        }
        previous = Some((start, out.len() - start));
        let next = entries.len() + 258 + usize::from(early) + 1;
        width = match next {
            0..=512 => 9,
            513..=1024 => 10,
            1025..=2048 => 11,
            _ => 12,
        };
    }
    Ok(out)
}

fn hexadecimal(data: &[u8]) -> Vec<u8> {
    let digits = data.iter().take_while(|byte| **byte != b'>').filter_map(|byte| char::from(*byte).to_digit(16));
    let digits: Vec<u8> = digits.map(|digit| digit as u8).collect();
    digits.chunks(2).map(|two| two[0] * 16 + two.get(1).copied().unwrap_or(0)).collect()
}

fn base_85(data: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut group = Vec::with_capacity(5);
    let digits = data.iter().take_while(|byte| **byte != b'~');
    for byte in digits {
        match byte {
            b'z' if group.is_empty() => out.extend([0; 4]),
            b'!'..=b'u' => group.push(byte - b'!'),
            _ => {}
        }
        if group.len() == 5 {
            out.extend(word_85(&group));
            group.clear();
        }
    }
    if group.len() > 1 {
        let kept = group.len() - 1;
        group.resize(5, 84);
        out.extend(&word_85(&group)[..kept]);
    }
    out
}

fn word_85(digits: &[u8]) -> [u8; 4] {
    digits.iter().fold(0_u32, |word, digit| word.wrapping_mul(85).wrapping_add(u32::from(*digit))).to_be_bytes()
}

fn run_length(data: &[u8], room: usize) -> Result<Vec<u8>, Trouble> {
    let mut out = Vec::new();
    let mut rest = data;
    while let Some((length, after)) = rest.split_first() {
        let length = usize::from(*length);
        match length {
            0..=127 => {
                let taken = after.len().min(length + 1);
                out.extend(&after[..taken]);
                rest = &after[taken..];
            }
            128 => break,
            _ => {
                let Some((byte, after)) = after.split_first() else { break };
                out.resize(out.len() + 257 - length, *byte);
                rest = after;
            }
        }
        if out.len() > room {
            return Err(Trouble::TooLarge);
        }
    }
    Ok(out)
}

/// Takes back what a predictor did before packing.
fn predicted(data: Vec<u8>, settings: &Dict) -> Vec<u8> {
    let setting = |key: &str, default: usize| settings.get(key).and_then(Object::count).unwrap_or(default);
    let kind = setting("Predictor", 1);
    if kind < 2 {
        return data;
    }
    let bits = setting("BitsPerComponent", 8).clamp(1, 16);
    let samples = setting("Colors", 1).clamp(1, 32);
    let pixel = (bits * samples).div_ceil(8);
    let row = (bits * samples * setting("Columns", 1).clamp(1, 1 << 20)).div_ceil(8);
    if kind == 2 {
        let mut data = data;
        if bits == 8 {
            for line in data.chunks_mut(row) {
                for at in pixel..line.len() {
                    line[at] = line[at].wrapping_add(line[at - pixel]);
                }
            }
        }
        return data;
    }
    let mut out: Vec<u8> = Vec::with_capacity(data.len());
    let mut above = vec![0; row];
    for line in data.chunks(row + 1) {
        let mut current = line[1..].to_vec();
        for at in 0..current.len() {
            let left = if at >= pixel { current[at - pixel] } else { 0 };
            let corner = if at >= pixel { above[at - pixel] } else { 0 };
            let guess = match line[0] {
                1 => left,
                2 => above[at],
                3 => ((u16::from(left) + u16::from(above[at])) / 2) as u8,
                4 => paeth(left, above[at], corner),
                _ => 0,
            };
            current[at] = current[at].wrapping_add(guess);
        }
        out.extend(&current);
        current.resize(row, 0);
        above = current;
    }
    out
}

fn paeth(left: u8, above: u8, corner: u8) -> u8 {
    let guess = i16::from(left) + i16::from(above) - i16::from(corner);
    let distance = |byte: u8| (guess - i16::from(byte)).abs();
    if distance(left) <= distance(above) && distance(left) <= distance(corner) {
        left
    } else if distance(above) <= distance(corner) {
        above
    } else {
        corner
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(filter: &str, packed: &[u8], expected: &[u8]) {
        let filters = [(filter.to_owned(), Dict::new())];
        assert_eq!(unpack(packed, &filters, &Budget::new()), Ok(Some(expected.to_vec())), "{filter}");
    }

    #[test]
    fn unpacks_what_letters_come_in() {
        check("ASCIIHexDecode", b"61 62 6>", b"ab\x60");
        check("ASCII85Decode", b"87cURD]i,\"Ebo80~>", b"Hello World!");
        check("RunLengthDecode", b"\x01ab\xfec\x80", b"abccc");
        check("LZWDecode", &[0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01], b"-----A---B");
    }

    #[test]
    fn a_stream_that_swells_is_refused() {
        let mut packed = flate2::Compress::new(flate2::Compression::best(), true);
        let mut bytes = Vec::with_capacity(1 << 20);
        let zeros = vec![0; 80 << 20];
        packed.compress_vec(&zeros, &mut bytes, flate2::FlushCompress::Finish).expect("zeros are packed");
        let once = [("FlateDecode".to_owned(), Dict::new())];
        assert_eq!(unpack(&bytes, &once, &Budget::new()), Err(Trouble::TooLarge));
    }

    #[test]
    fn pictures_stay_packed() {
        assert_eq!(unpack(b"", &[("DCTDecode".to_owned(), Dict::new())], &Budget::new()), Ok(None));
    }
}
