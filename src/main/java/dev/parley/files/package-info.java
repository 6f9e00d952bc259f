/// Files people upload: their records, their bytes, and the signed addresses they are fetched at.
@NullMarked
package dev.parley.files;

import org.jspecify.annotations.NullMarked;
