package dev.parley.platform.outgoing;

import java.util.Map;

/// What somebody outside answered.
///
/// @param headers by their names in lower case; several of one name with commas between
/// @param body unpacked, at most as long as the bounds of the call
/// @param isCut whether more was on its way than the body holds
/// @param url where the answer came from, after redirects
public record Answer(
        int status, Map<String, String> headers, byte[] body, boolean isCut, String url) {
    /// This answer, for whom a part of it is worth nothing.
    ///
    /// @throws NotReached when it was cut
    public Answer whole() throws NotReached {
        if (isCut) {
            throw new NotReached(NotReached.Reason.TOO_LARGE);
        }
        return this;
    }
}
