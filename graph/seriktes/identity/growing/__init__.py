"""Who is who where most documents are those of the build before: only what the others touch is compared again."""
