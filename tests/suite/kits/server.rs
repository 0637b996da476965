//! A server of this machine that answers as GitHub does, and remembers what it was asked.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

/// A question: its method with its path, and its body.
pub(super) type Asked = (String, String);

/// What is answered: the number of HTTP, and the body.
pub(super) type Answer = (u16, Vec<u8>);

/// A server that runs until the tests end.
pub(super) struct Server {
    pub(super) address: String,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl Server {
    pub(super) fn new(answer: impl Fn(&str) -> Answer + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let address = format!("http://{}", listener.local_addr().expect("it has a port"));
        let asked = Arc::new(Mutex::new(Vec::new()));
        let remembered = Arc::clone(&asked);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                serve(stream, &answer, &remembered);
            }
        });
        Self { address, asked }
    }

    /// What was asked since this was called before.
    pub(super) fn asked(&self) -> Vec<Asked> {
        std::mem::take(&mut *self.asked.lock().expect("no one failed"))
    }
}

/// Answers the one question of a connection.
fn serve(stream: TcpStream, answer: &impl Fn(&str) -> Answer, remembered: &Mutex<Vec<Asked>>) {
    let mut reader = BufReader::new(stream);
    let mut line = || {
        let mut line = String::new();
        reader.read_line(&mut line).expect("a line");
        line.trim_end().to_owned()
    };
    let first = line();
    let what = first.rsplit_once(' ').map(|(what, _)| what.to_owned()).unwrap_or_default();
    let headers: Vec<_> = std::iter::from_fn(|| Some(line()).filter(|line| !line.is_empty())).collect();
    let header = |name: &str| {
        let found = headers.iter().filter_map(|line| line.split_once(": "));
        found.filter(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.to_owned()).next()
    };
    let length = header("content-length").map_or(0, |length| length.parse().expect("a number"));
    let mut body = vec![0; length];
    reader.read_exact(&mut body).expect("the body");
    let (code, bytes) = answer(&what);
    remembered.lock().expect("no one failed").push((what, String::from_utf8(body).expect("text")));
    let head = format!("HTTP/1.1 {code} -\r\nconnection: close\r\ncontent-length: {}\r\n\r\n", bytes.len());
    let stream = reader.get_mut();
    stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&bytes)).expect("the answer is taken");
}
