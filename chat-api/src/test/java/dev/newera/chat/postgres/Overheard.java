package dev.newera.chat.postgres;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGStatement;

/** A data source that remembers every query as it is sent, its parameters filled in. */
final class Overheard {
    private final List<String> queries = new ArrayList<>();
    private final DataSource source;

    Overheard(DataSource source) {
        this.source = listening(DataSource.class, source);
    }

    DataSource source() {
        return source;
    }

    /** Those since it was asked last. */
    List<String> queries() {
        var heard = List.copyOf(queries);
        queries.clear();
        return heard;
    }

    private <T> T listening(Class<T> type, T real) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getName().equals("executeQuery")) {
                queries.add(((PreparedStatement) real).unwrap(PGStatement.class).toString());
            }
            var answer = call(real, method, arguments);
            if (method.getName().equals("unwrap")) {
                return answer;
            }
            if (answer instanceof PreparedStatement statement) {
                return listening(PreparedStatement.class, statement);
            }
            return answer instanceof Connection connection ? listening(Connection.class, connection) : answer;
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
