package dev.parley.platform.outgoing;

import java.net.URI;
import java.util.function.Supplier;

/// A part of this very server that tenants may call by a name of its own.
///
/// @param host the name, over `http` only; nothing else answers to it
/// @param pathPrefix the path, without a slash at its end; whatever lies below it is meant too
/// @param base where this server listens
public record OwnEndpoint(String host, String pathPrefix, Supplier<URI> base) {
    /// Whether `path` is the endpoint's. A path that another parser may read as a way out of it is
    /// not.
    boolean holds(String path) {
        return (path.equals(pathPrefix) || path.startsWith(pathPrefix + "/"))
                && !path.contains("%")
                && !path.contains("\\")
                && !path.contains("//")
                && !path.contains("/.")
                && !path.contains(";");
    }
}
