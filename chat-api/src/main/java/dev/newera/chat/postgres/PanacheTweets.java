package dev.newera.chat.postgres;

import dev.newera.chat.Bell;
import dev.newera.chat.Caller;
import dev.newera.chat.ChatSession;
import dev.newera.chat.Failure;
import dev.newera.chat.Failure.Code;
import dev.newera.chat.ReplyContext;
import dev.newera.chat.Tweet;
import dev.newera.chat.TweetId;
import dev.newera.chat.TweetPage;
import dev.newera.chat.TweetQuery;
import dev.newera.chat.Tweets;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Finds tweets by Panache queries over their index columns, then reads the found ones whole. */
@ApplicationScoped
class PanacheTweets implements Tweets, PanacheRepositoryBase<TweetRow, UUID> {
    private final Database database;
    private final Reading reading;
    private final Bell bell;

    PanacheTweets(Database database, Reading reading, Bell bell) {
        this.database = database;
        this.reading = reading;
        this.bell = bell;
    }

    @Override
    public Tweet get(TweetId id) {
        return reading.of(() -> {
            requireKept(id);
            return whole(List.of(id.value())).get(id);
        });
    }

    private void requireKept(TweetId id) {
        var row = findByIdOptional(id.value())
                .orElseThrow(() -> Failure.of(Code.NOT_FOUND, "There is no tweet " + id + "."));
        if (row.erasedAt != null) {
            throw Failure.of(Code.GONE, "The tweet " + id + " has been erased.");
        }
    }

    @Override
    public TweetPage find(TweetQuery query) {
        return reading.of(() -> {
            if (query.theme() != null) {
                planAnew();
            }
            var filter = Filter.of(query);
            // One more than asked for tells whether there is a next page.
            var found = find(filter.hql(), Sort.descending("t.no"), filter.parameters())
                    .range(0, query.limit())
                    .list();
            var page = found.subList(0, Math.min(found.size(), query.limit()));
            return new TweetPage(
                    List.copyOf(whole(page.stream().map(row -> row.id).toList()).values()),
                    found.size() > query.limit() ? Optional.of(page.get(page.size() - 1).no) : Optional.empty());
        });
    }

    /**
     * PostgreSQL would soon settle for one plan for every theme, which reads tweets until it has found enough of them: all there are,
     * if hardly anyone speaks of the theme.
     */
    private void planAnew() {
        getSession().doWork(connection -> {
            try (var set = connection.createStatement()) {
                set.execute("set local plan_cache_mode = force_custom_plan");
            }
        });
    }

    @Override
    public List<Tweet> all(List<TweetId> ids) {
        return reading.of(() -> standing(ids.stream().map(TweetId::value).toList()));
    }

    @Override
    public void ofChat(ChatSession chat, Consumer<Tweet> reader) {
        database.write(connection -> {
            ChatReading.each(connection, chat.scope(), reader);
            return null;
        });
    }

    @Override
    public ReplyContext context(TweetId id) {
        return reading.of(() -> {
            requireKept(id);
            var thread = getSession().doReturningWork(connection -> ReplyThread.around(connection, id));
            return new ReplyContext(standing(thread.ancestors()), standing(thread.descendants()));
        });
    }

    /** In the same order; those that are erased are left out. */
    private List<Tweet> standing(List<UUID> ids) {
        var standing = whole(ids);
        return ids.stream()
                .map(id -> standing.get(new TweetId(id)))
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    public void erase(TweetId id, Caller by) {
        if (database.write(connection -> Erasure.erase(connection, id, by))) {
            Deed.tweetErased(by, id).log();
            bell.ring();
        }
    }

    private Map<TweetId, Tweet> whole(List<UUID> ids) {
        return getSession().doReturningWork(connection -> TweetReader.byId(connection, ids));
    }
}
