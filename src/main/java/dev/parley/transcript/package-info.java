/// What was said in a conversation, line by line: the one shape the live conversation writes, the
/// extractor reads and the API answers with.
@NullMarked
package dev.parley.transcript;

import org.jspecify.annotations.NullMarked;
