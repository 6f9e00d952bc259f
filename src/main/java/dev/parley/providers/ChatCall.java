package dev.parley.providers;

import dev.parley.providers.LanguageModel.Prompt;
import dev.parley.providers.ProviderFailure.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// One question put to a server, again where that is worthwhile, until its answer begins.
final class ChatCall {
    private static final int MORE_TRIES = 2;
    private static final Set<Integer> WORTH_ANOTHER_TRY = Set.of(429, 500, 502, 503);
    private static final Set<Integer> BAD_REQUEST = Set.of(400, 422);
    private static final Duration MAX_WAIT = Duration.ofSeconds(2);

    private final OpenAiLanguageModel model;
    private final Prompt prompt;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile Runnable cancel = () -> {};
    private boolean plainly;

    ChatCall(OpenAiLanguageModel model, Prompt prompt) {
        this.model = model;
        this.prompt = prompt;
        this.plainly = model.isAskedPlainly();
    }

    /// Ends the call from any thread, in whatever state it is, and closes its connection.
    void stop() {
        stopped.countDown();
        cancel.run();
    }

    /// The body of the answer.
    ///
    /// @param within waits between tries do not reach beyond it
    /// @throws ProviderFailure when the server says no, or cannot be reached
    InputStream open(Duration within) throws IOException {
        long begun = System.nanoTime();
        for (int tries = 0; ; tries++) {
            HttpResponse<InputStream> response = null;
            ProviderFailure failure;
            try {
                response = send();
                if (response.statusCode() == 200) {
                    if (plainly) {
                        model.askPlainly();
                    }
                    return response.body();
                }
                response.body().close();
                failure = refusal(response.statusCode());
            } catch (SSLException | HttpTimeoutException e) {
                throw e;
            } catch (IOException e) {
                failure = broken(e);
            }
            if (response != null && refusesSchema(response.statusCode())) {
                plainly = true;
            } else if (tries == MORE_TRIES
                    || !worthAnotherTry(
                            tries, response, within.minusNanos(System.nanoTime() - begun))) {
                throw failure;
            }
        }
    }

    private boolean refusesSchema(int status) {
        return prompt.schema() != null && !plainly && BAD_REQUEST.contains(status);
    }

    private boolean worthAnotherTry(int tries, @Nullable HttpResponse<?> response, Duration left) {
        if (response != null && !WORTH_ANOTHER_TRY.contains(response.statusCode())) {
            return false;
        }
        var pause = pause(tries, response);
        return pause.compareTo(MAX_WAIT) <= 0 && pause.compareTo(left) < 0 && !stops(pause);
    }

    private boolean stops(Duration within) {
        try {
            return stopped.await(within.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private HttpResponse<InputStream> send() throws IOException {
        var sent = model.send(prompt, plainly);
        cancel = () -> abandon(sent);
        if (stopped.getCount() == 0) {
            cancel.run();
        }
        try {
            return sent.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } catch (CancellationException e) {
            throw new IOException("stopped", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop();
            throw new IOException("interrupted", e);
        }
    }

    private static ProviderFailure refusal(int status) {
        var reason =
                status == 429 || status >= 500
                        ? Reason.OVERLOADED
                        : status >= 400 ? Reason.REFUSED : Reason.GARBAGE;
        return new ProviderFailure(reason, "status " + status);
    }

    static ProviderFailure broken(IOException e) {
        return new ProviderFailure(Reason.UNREACHABLE, e.getClass().getSimpleName(), e);
    }

    /// How long to wait before the next try, counted from 0; a wait the server asks for counts, and
    /// a date it names is never worth waiting for.
    private static Duration pause(int tries, @Nullable HttpResponse<?> response) {
        var asked = response == null ? "" : response.headers().firstValue("Retry-After").orElse("");
        if (!asked.isEmpty()) {
            return asked.matches("\\d{1,4}")
                    ? Duration.ofSeconds(Long.parseLong(asked))
                    : Duration.ofDays(1);
        }
        long most = 200L << tries;
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most / 2, most));
    }

    private static void abandon(CompletableFuture<HttpResponse<InputStream>> sent) {
        if (!sent.cancel(true) && sent.state() == Future.State.SUCCESS) {
            try {
                sent.resultNow().body().close();
            } catch (IOException _) {
                // It is being given up anyway.
            }
        }
    }
}
