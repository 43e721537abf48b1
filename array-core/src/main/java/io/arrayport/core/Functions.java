package io.arrayport.core;

import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** Functions as arguments: {@link Np#call} is given those of a list, parameters are interfaces of one method. */
final class Functions {
    private Functions() {}

    /** Returns null unless {@code type} is an interface of one method. */
    static @Nullable Fit fit(Type type, Function<?, ?> function) {
        Type raw = type instanceof ParameterizedType generic ? generic.getRawType() : type;
        if (!(raw instanceof Class<?> wanted) || !wanted.isInterface() || methods(wanted) != 1) {
            return null;
        }
        @SuppressWarnings("unchecked")
        Function<List<?>, ?> ofList = (Function<List<?>, ?>) function;
        return Fit.exact(Proxy.newProxyInstance(wanted.getClassLoader(), new Class<?>[]{wanted},
                (_, _, arguments) -> ofList.apply(flat(arguments))));
    }

    private static long methods(Class<?> wanted) {
        return Stream.of(wanted.getMethods()).filter(method -> Modifier.isAbstract(method.getModifiers())).count();
    }

    /** Several arguments that Java has in one array or list at the end stand one by one in Python. */
    private static List<Object> flat(Object[] arguments) {
        List<Object> flat = new ArrayList<>(Arrays.asList(arguments));
        Object last = flat.removeLast();
        flat.addAll(last instanceof Object[] several ? Arrays.asList(several)
                : last instanceof List<?> items ? items : List.of(last));
        flat.replaceAll(argument -> argument instanceof Integer number ? (Object) number.longValue() : argument);
        return flat;
    }
}
