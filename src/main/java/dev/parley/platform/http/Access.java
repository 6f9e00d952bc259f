package dev.parley.platform.http;

import java.util.List;
import java.util.Optional;

/// Decides who is behind a request, before its body is read.
public interface Access {
    /// Anybody.
    Access PUBLIC =
            new Access() {
                @Override
                public Optional<Object> known(List<String> authorization) {
                    return Optional.of("anybody");
                }

                @Override
                public Object admit(List<String> authorization) {
                    return "anybody";
                }
            };

    /// Who this is, if that is known without waiting; called on the event loop.
    ///
    /// @param authorization the values of every Authorization header
    Optional<Object> known(List<String> authorization);

    /// Who this is; may wait for the database.
    ///
    /// @throws Problem.Unauthorized for anybody who is not let in
    Object admit(List<String> authorization);
}
