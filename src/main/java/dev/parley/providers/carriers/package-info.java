/// Telephone companies: the port every one of them is behind, one adapter a file, and a simulated
/// one. The adapters are our own, because each needs half a dozen requests: Twilio's library would
/// bring 16 MiB and a second HTTP client for them, and Plivo's does not resolve.
@NullMarked
package dev.parley.providers.carriers;

import org.jspecify.annotations.NullMarked;
