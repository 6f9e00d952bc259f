package dev.parley.platform.search;

import dev.parley.platform.database.Planned;
import dev.parley.platform.database.Planned.Planner;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The records that hold all of some tokens, newest first, read as far as they are asked for. What
/// waits to be folded is read first, then segments, from the newest on: a record that is folded in
/// between is in one of the two.
public final class Found {
    private static final int FIRST_SEGMENTS = 2;
    private static final int MORE_AT_ONCE = 8;
    private static final int MOST_SEGMENTS = 512;
    private static final int MOMENTS_AT_ONCE = 32;

    private final Planner planner;
    private final String kind;
    private final List<String> needles;
    private final List<String> tokens;

    private final PriorityQueue<Long> waiting = new PriorityQueue<>(Comparator.reverseOrder());
    private final Set<Long> recent = new HashSet<>();
    private final Deque<Hits> hits = new ArrayDeque<>();
    private List<Segment> segments = List.of();
    private int read;
    private int atOnce = FIRST_SEGMENTS;
    private long before = Long.MAX_VALUE;
    private boolean isStarted;
    private boolean isSure;

    /// @param isSure whether who holds `tokens` holds all that was asked for
    Found(Planner planner, String kind, List<String> needles, List<String> tokens, boolean isSure) {
        this.planner = planner;
        this.kind = kind;
        this.needles = needles;
        this.tokens = tokens;
        this.isSure = isSure;
    }

    private record Segment(long number, long newest) {}

    /// The places of a segment that hold all that is asked for.
    private record Hits(Segment segment, int[] places) {}

    private record Recent(long moment, boolean isHit, boolean isUnread) {}

    /// Leaves out what was created after `last`; to be said before anything is read.
    public void startAt(Instant last) {
        before = Moment.last(last);
    }

    /// Some of the records that were found.
    public record Some(Set<Long> moments) {
        public boolean isEmpty() {
            return moments.isEmpty();
        }

        public int size() {
            return moments.size();
        }

        /// Adds a record.
        public void add(Instant createdAt, String id) {
            moments.add(Moment.of(createdAt, id));
        }

        /// When they were created.
        public Instant[] times() {
            return moments.stream().map(Moment::instant).distinct().toArray(Instant[]::new);
        }

        /// Whether the record is one of them; another may have been created at the same time.
        public boolean has(Instant createdAt, String id) {
            return moments.contains(Moment.of(createdAt, id));
        }
    }

    /// The next `count` records, the newest of those that were not given yet; fewer when there are
    /// no more, none at the end. Those of one microsecond are given together.
    public Some next(int count) {
        start();
        var next = new HashSet<Long>();
        long last = 0;
        for (var moment = newest();
                moment != null && (next.size() < count || Moment.isTogether(last, moment));
                moment = newest()) {
            waiting.remove();
            next.add(moment);
            last = moment;
        }
        return new Some(next);
    }

    private @Nullable Long newest() {
        while (isUncertain()) {
            readOn();
        }
        return waiting.peek();
    }

    /// Whether records that were given hold all that was asked for, and need no second look. To be
    /// asked when some have been read.
    public boolean isSure() {
        return isSure;
    }

    private void start() {
        if (isStarted) {
            return;
        }
        isStarted = true;
        var found = recent();
        for (var one : found) {
            recent.add(one.moment());
            isSure &= !one.isUnread();
        }
        for (var one : found) {
            if (one.isHit() && one.moment() <= before) {
                waiting.add(one.moment());
            }
        }
        segments = segments();
    }

    /// Whether a segment that was not read may hold something newer than all that waits.
    private boolean isUncertain() {
        var next = hits.isEmpty() ? unread() : hits.getFirst().segment();
        var newest = waiting.peek();
        return next != null && (newest == null || newest < next.newest());
    }

    private @Nullable Segment unread() {
        return read == segments.size() ? null : segments.get(read);
    }

    private List<Recent> recent() {
        var sql = new StringBuilder("SELECT id, created_at, tokens IS NOT NULL AND (unread OR ");
        sql.append("(true");
        needles.forEach(_ -> sql.append(" AND strpos(tokens, ?) > 0"));
        sql.append(")) AS is_hit, unread FROM text_recent WHERE org_id = tenant.id AND kind = ?");
        var values = new ArrayList<Object>(needles);
        values.add(kind);
        return planner.find(
                new Planned<>(
                        sql.toString(),
                        values,
                        rows -> {
                            var found = new ArrayList<Recent>();
                            while (rows.next()) {
                                var at = rows.getTimestamp(2).toInstant();
                                long moment = Moment.of(at, rows.getString(1));
                                found.add(
                                        new Recent(moment, rows.getBoolean(3), rows.getBoolean(4)));
                            }
                            return found;
                        }));
    }

    private List<Segment> segments() {
        return planner.find(
                new Planned<>(
                        """
                        SELECT segment, newest FROM text_segment
                        WHERE org_id = tenant.id AND kind = ? AND oldest <= ? ORDER BY newest DESC
                        """,
                        List.of(kind, before),
                        rows -> {
                            var found = new ArrayList<Segment>();
                            while (rows.next()) {
                                found.add(new Segment(rows.getLong(1), rows.getLong(2)));
                            }
                            return found;
                        }));
    }

    /// Reads on: which places of the next segments hold the tokens, then, of a few of these
    /// segments, which records that are.
    private void readOn() {
        if (hits.isEmpty()) {
            readPostings();
        }
        var some = new ArrayList<Hits>();
        while (!hits.isEmpty() && some.size() < MOMENTS_AT_ONCE) {
            some.add(hits.removeFirst());
        }
        if (some.isEmpty()) {
            return;
        }
        var moments = moments(some);
        for (var one : some) {
            var known = moments.get(one.segment().number());
            if (known != null) {
                IntStream.of(one.places()).mapToLong(known::at).forEach(this::add);
            }
        }
    }

    private void add(long moment) {
        if (moment <= before && !recent.contains(moment)) {
            waiting.add(moment);
        }
    }

    private void readPostings() {
        var some = segments.subList(read, Math.min(segments.size(), read + atOnce));
        read += some.size();
        atOnce = Math.min(MOST_SEGMENTS, atOnce * MORE_AT_ONCE);
        var postings = postings(some);
        for (var segment : some) {
            var places = places(postings.getOrDefault(segment.number(), Map.of()));
            if (places.length > 0) {
                hits.add(new Hits(segment, places));
            }
        }
    }

    /// The places that hold every token.
    private int[] places(Map<Short, byte[]> postings) {
        int[] all = {};
        for (int i = 0; i < tokens.size(); i++) {
            var group = postings.get(Tokens.group(tokens.get(i)));
            if (group == null) {
                return new int[0];
            }
            var places = Postings.find(group, tokens.get(i));
            all = i == 0 ? places : Places.common(all, places);
            if (all.length == 0) {
                return all;
            }
        }
        return all;
    }

    private Map<Long, Moments> moments(List<Hits> some) {
        var numbers = some.stream().map(one -> one.segment().number()).toArray(Long[]::new);
        return planner.find(
                new Planned<>(
                        """
                        SELECT segment, newest, moments FROM text_segment
                        WHERE org_id = tenant.id AND kind = ? AND segment = ANY(?)
                        """,
                        List.of(kind, numbers),
                        rows -> {
                            var found = new HashMap<Long, Moments>();
                            while (rows.next()) {
                                var read = Moments.read(rows.getLong(2), rows.getBytes(3));
                                found.put(rows.getLong(1), read);
                            }
                            return found;
                        }));
    }

    /// By segment and group.
    private Map<Long, Map<Short, byte[]>> postings(List<Segment> some) {
        var groups = tokens.stream().map(Tokens::group).distinct().toArray(Short[]::new);
        var numbers = some.stream().map(Segment::number).toArray(Long[]::new);
        return planner.find(
                new Planned<>(
                        """
                        SELECT segment, token_group, postings FROM text_posting
                        WHERE org_id = tenant.id AND kind = ? AND token_group = ANY(?) AND segment = ANY(?)
                        """,
                        List.of(kind, groups, numbers),
                        Found::postings));
    }

    private static Map<Long, Map<Short, byte[]>> postings(ResultSet rows) throws SQLException {
        var found = new HashMap<Long, Map<Short, byte[]>>();
        while (rows.next()) {
            found.computeIfAbsent(rows.getLong(1), _ -> new HashMap<>())
                    .put(rows.getShort(2), rows.getBytes(3));
        }
        return found;
    }
}
