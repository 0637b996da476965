use std::path::PathBuf;

use super::*;

/// A folder with two documents of a run before.
fn pair() -> (tempfile::TempDir, [PathBuf; 2]) {
    let folder = tempfile::tempdir().expect("a folder");
    let paths = ["a.docx", "a.pdf"].map(|name| folder.path().join(name));
    for path in &paths {
        fs::write(path, "cũ").expect("an old document");
    }
    (folder, paths)
}

fn names(folder: &Path) -> Vec<String> {
    let entries = Disk.list(folder).expect("the folder is read");
    entries.iter().map(|entry| entry.name().to_string_lossy().into_owned()).collect()
}

fn texts(paths: &[PathBuf]) -> Vec<String> {
    paths.iter().map(|path| fs::read_to_string(path).unwrap_or_default()).collect()
}

fn new(paths: &[PathBuf]) -> Vec<(PathBuf, Vec<u8>)> {
    paths.iter().map(|path| (path.clone(), "mới".into())).collect()
}

/// Writes the pair on a disk that gives only so many files their names.
fn write_some(files: &[(PathBuf, Vec<u8>)], within: &Path, mut names: usize) -> Result<(), Error> {
    let place = &mut move |new: tempfile::TempPath, path: &Path| {
        names = names.checked_sub(1).ok_or(std::io::ErrorKind::StorageFull)?;
        new.persist(path).map_err(|error| error.error)
    };
    write::write_by(place, files, within)
}

#[test]
fn a_pair_is_written_and_nothing_else_left() {
    let (folder, paths) = pair();
    Disk.write(&new(&paths), folder.path()).expect("both are written");
    assert_eq!(texts(&paths), ["mới", "mới"]);
    assert_eq!(names(folder.path()), ["a.docx", "a.pdf"]);
}

#[test]
fn when_the_second_fails_the_first_is_put_back() {
    let (folder, paths) = pair();
    let error = write_some(&new(&paths), folder.path(), 1).expect_err("the second fails");
    assert_eq!((error.path(), error.fault(), error.is_torn()), (paths[1].as_path(), &Fault::Full, false));
    assert_eq!(texts(&paths), ["cũ", "cũ"]);
    assert_eq!(names(folder.path()), ["a.docx", "a.pdf"]);

    fs::remove_file(&paths[0]).expect("the first is away");
    write_some(&new(&paths), folder.path(), 1).expect_err("the second fails");
    assert_eq!(names(folder.path()), ["a.pdf"], "what was not there is not there");
}

#[cfg(unix)]
#[test]
fn nothing_is_written_outside_through_a_link() {
    let (folder, [docx, _]) = pair();
    let other = tempfile::tempdir().expect("another folder");
    fs::write(other.path().join("a.docx"), "cũ").expect("a file of others");
    let out = folder.path().join("out");
    fs::create_dir(&out).expect("a folder");
    let link = |to: &Path, name: &str| std::os::unix::fs::symlink(to, out.join(name)).expect("a link");
    link(other.path(), "thu_muc");
    link(&docx, "tep.docx");
    link(&other.path().join("khong_co"), "cut.docx");
    for (name, named, fault) in [
        ("thu_muc/a.docx", "thu_muc", Fault::Outside),
        ("thu_muc/sau/a.docx", "thu_muc", Fault::Outside),
        ("tep.docx", "tep.docx", Fault::Outside),
        ("cut.docx", "cut.docx", Fault::DeadLink),
    ] {
        let error = Disk.write(&new(&[out.join(name)]), &out).expect_err(name);
        assert_eq!((error.path(), error.fault()), (out.join(named).as_path(), &fault), "{name}");
    }
    assert_eq!(texts(&[docx.clone(), other.path().join("a.docx")]), ["cũ", "cũ"]);
    assert_eq!(names(other.path()), ["a.docx"]);

    // The folder of outputs itself may be a link.
    let through = folder.path().join("qua");
    std::os::unix::fs::symlink(other.path(), &through).expect("a link");
    Disk.write(&new(&[through.join("a.docx")]), &through).expect("it is written");
    assert_eq!(texts(&[other.path().join("a.docx")]), ["mới"]);
}

#[test]
fn what_a_killed_run_has_left_is_swept_and_what_a_living_one_holds_is_not() {
    let (folder, _) = pair();
    let held = temporary::new(folder.path(), b"x", temporary::Lasting::Yes).expect("a file of a living run");
    let backup = temporary::kept(&folder.path().join("a.pdf"), folder.path()).expect("a backup");
    fs::write(folder.path().join(".kehoach-Ab3dEf9h"), "x").expect("a file of a killed run");
    fs::write(folder.path().join(".kehoach-cua-toi"), "x").expect("a file of the user");
    Disk.sweep(folder.path(), folder.path());
    assert_eq!(names(folder.path()).len(), 5, "{:?}", names(folder.path()));
    drop((held, backup));
    assert_eq!(names(folder.path()), [".kehoach-cua-toi", "a.docx", "a.pdf"]);
}

#[test]
fn a_new_file_is_whole_or_not_there() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("sau/a.yaml");
    Disk.create(&path, b"mot").expect("it is written");
    let error = Disk.create(&path, b"hai").expect_err("it is there");
    assert_eq!(error.fault(), &Fault::Exists);
    assert_eq!(fs::read(&path).expect("it is there"), b"mot");
    assert_eq!(names(&folder.path().join("sau")), ["a.yaml"]);
}

#[test]
fn no_more_is_read_than_asked() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a");
    fs::write(&path, [0; 100]).expect("a file");
    assert_eq!(Disk.read(&path, 100).expect("it is read").len(), 100);
    assert_eq!(Disk.read(&path, 99).expect_err("it is too large").fault(), &Fault::TooLarge(99));
    assert_eq!(Disk.read(folder.path(), 99).expect_err("a folder").fault(), &Fault::IsFolder);
}

#[cfg(target_os = "linux")]
#[test]
fn devices_are_not_read_and_files_without_a_size_only_so_far() {
    assert_eq!(Disk.read(Path::new("/dev/zero"), 10).expect_err("a device").fault(), &Fault::Special);
    // The system makes this text while it is read, and says that it has no bytes.
    assert_eq!(Disk.read(Path::new("/proc/self/status"), 10).expect_err("more").fault(), &Fault::TooLarge(10));
}
