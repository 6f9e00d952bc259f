package dev.parley.platform.http;

/// Who is behind a request, once [Access] has let them in.
public interface Principal {
    /// Somebody nobody asked for a name.
    Principal ANYBODY = () -> "";

    /// What quotas count this one by; empty for whoever is not counted.
    String name();
}
