package dev.newera.chat.main;

import com.fasterxml.uuid.Generators;
import dev.newera.chat.AcceptTagging;
import dev.newera.chat.Bell;
import dev.newera.chat.ChatId;
import dev.newera.chat.ChatSessions;
import dev.newera.chat.Codebooks;
import dev.newera.chat.DeclareChat;
import dev.newera.chat.FollowQuestions;
import dev.newera.chat.PostTweet;
import dev.newera.chat.Postbox;
import dev.newera.chat.ReportChat;
import dev.newera.chat.SeeThemes;
import dev.newera.chat.Taggings;
import dev.newera.chat.Themes;
import dev.newera.chat.Traces;
import dev.newera.chat.TweetId;
import dev.newera.chat.TweetText;
import dev.newera.chat.Tweets;
import dev.newera.chat.WriteTranscript;
import dev.newera.chat.twitter.TwitterText;
import io.opentelemetry.api.OpenTelemetry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The use cases, plain as they are, with what they need from outside. */
@ApplicationScoped
class UseCases {
    @ConfigProperty(name = "chat.tagging.codebook")
    String codebook;

    @ConfigProperty(name = "chat.tagging.tagger")
    String tagger;

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Traces traces(OpenTelemetry telemetry, @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean off) {
        return off ? Traces.OFF : new OpenTelemetryTraces(telemetry);
    }

    @Produces
    @Singleton
    Bell bell() {
        return new Bell();
    }

    @Produces
    @Singleton
    TweetText tweetText() {
        return new TwitterText();
    }

    @Produces
    @Singleton
    PostTweet postTweet(Postbox postbox, TweetText rules, Clock clock) {
        var ids = Generators.timeBasedEpochGenerator();
        return new PostTweet(postbox, rules, clock, () -> new TweetId(ids.generate()));
    }

    @Produces
    @Singleton
    DeclareChat declareChat(ChatSessions chats, TweetText rules, Clock clock) {
        var ids = Generators.timeBasedEpochGenerator();
        return new DeclareChat(chats, rules, clock, () -> new ChatId(ids.generate()));
    }

    @Produces
    @Singleton
    AcceptTagging acceptTagging(Taggings taggings) {
        return new AcceptTagging(taggings, codebook, tagger);
    }

    @Produces
    @Singleton
    SeeThemes seeThemes(Codebooks codebooks, Themes themes) {
        return new SeeThemes(codebooks, themes, codebook);
    }

    @Produces
    @Singleton
    WriteTranscript writeTranscript(Tweets tweets, SeeThemes seeThemes) {
        return new WriteTranscript(tweets, seeThemes::codebook);
    }

    @Produces
    @Singleton
    ReportChat reportChat(Tweets tweets, SeeThemes seeThemes) {
        return new ReportChat(tweets, seeThemes::codebook);
    }

    @Produces
    @Singleton
    FollowQuestions followQuestions(Tweets tweets) {
        return new FollowQuestions(tweets);
    }
}
