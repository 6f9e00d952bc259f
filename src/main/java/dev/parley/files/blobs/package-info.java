/// Where the bytes of files are: a folder of this machine, or any S3-compatible store.
@NullMarked
package dev.parley.files.blobs;

import org.jspecify.annotations.NullMarked;
