//! Names the program by all that it is made of, so that what an older one has built is not taken for its own.

#![expect(clippy::disallowed_methods, reason = "the build reads its own sources, and what it is built with")]

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What decides which bytes the program writes.
const MADE_OF: [&str; 5] = ["Cargo.lock", "Cargo.toml", "assets", "src", "templates"];

fn main() -> io::Result<()> {
    let mut files = Vec::new();
    for name in MADE_OF {
        println!("cargo::rerun-if-changed={name}");
        collect(Path::new(name), &mut files)?;
    }
    files.sort();
    let mut hasher = DefaultHasher::new();
    for path in &files {
        // As one system writes it, so that the same sources are the same program on any.
        path.to_string_lossy().replace('\\', "/").hash(&mut hasher);
        fs::read(path)?.hash(&mut hasher);
    }
    // Another machine or compiler may round otherwise.
    std::env::var("TARGET").unwrap_or_default().hash(&mut hasher);
    let compiler = std::env::var("RUSTC").unwrap_or_else(|_| "rustc".to_owned());
    Command::new(compiler).arg("-vV").output()?.stdout.hash(&mut hasher);
    println!("cargo::rustc-env=KEHOACH_PROGRAM={:016x}", hasher.finish());
    Ok(())
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    if !path.is_dir() {
        files.push(path.to_owned());
        return Ok(());
    }
    for entry in fs::read_dir(path)? {
        collect(&entry?.path(), files)?;
    }
    Ok(())
}
