//! Embedded folders are part of the program: a file added to one must rebuild it.

fn main() {
    println!("cargo:rerun-if-changed=seeds");
    println!("cargo:rerun-if-changed=web");
}
