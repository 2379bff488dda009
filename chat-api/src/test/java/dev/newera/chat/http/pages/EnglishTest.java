package dev.newera.chat.http.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EnglishTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 | no tweets
            1 | one tweet
            2 | two tweets
            12 | twelve tweets
            13 | 13 tweets
            1234567 | 1,234,567 tweets
            """)
    void small_numbers_are_words(int number, String words) {
        assertThat(English.tweets(number)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0.01 | a few
            0.1 | one in ten
            0.2 | one in five
            0.25 | a quarter
            0.33 | a third
            0.4 | four in ten
            0.45 | nearly half
            0.5 | half
            0.55 | more than half
            0.67 | two thirds
            0.75 | three quarters
            0.9 | most
            0.99 | nearly all
            1 | all
            """)
    void shares_are_said_as_people_say_them(double share, String words) {
        assertThat(English.share(share)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PT0S | one minute | 1 minute
            PT5M30S | six minutes | 6 minutes
            PT58M | 58 minutes | 58 minutes
            PT5H | five hours | 5 hours
            P7D | seven days | 7 days
            """)
    void spans_are_minutes_hours_or_days(Duration span, String words, String digits) {
        assertThat(English.span(span)).isEqualTo(words);
        assertThat(English.digits(span)).isEqualTo(digits);
    }

    @Test
    void lists_end_with_and() {
        assertThat(English.list(List.of())).isEmpty();
        assertThat(English.list(List.of("a"))).isEqualTo("a");
        assertThat(English.list(List.of("a", "b"))).isEqualTo("a and b");
        assertThat(English.list(List.of("a", "b", "c"))).isEqualTo("a, b and c");
    }
}
