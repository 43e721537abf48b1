package io.arrayport.core;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.NoneOf;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.Positional;
import org.jspecify.annotations.Nullable;

/**
 * A family of options as Python's keywords: those it permits, in their order, which is NumPy's order of the same
 * arguments by position. A keyword's values are made by the functions of its name in {@link Options}; None is the
 * function without parameters that makes the same option, or leaves it out where there is none.
 */
final class OptionFamily {
    private final Class<?> family;
    private final Map<String, Keyword> keywords = new LinkedHashMap<>();
    private final int positional;

    private record Keyword(List<Method> factories, @Nullable Method none) {
        /** One keyword may make options of several kinds. */
        Keyword or(Keyword other) {
            return new Keyword(Stream.concat(factories.stream(), other.factories.stream()).toList(),
                    none != null ? none : other.none);
        }

        @Nullable
        Fit fit(@Nullable Object argument) {
            if (argument == null) {
                return new Fit(0, _ -> none == null ? null : Arguments.invoke(none, null));
            }
            Fit nearest = null;
            for (Method factory : factories) {
                Fit fit = option(factory, argument);
                if (fit != null && (nearest == null || fit.distance() < nearest.distance())) {
                    nearest = fit;
                }
            }
            return nearest;
        }

        /** A tuple is the arguments of a factory of arrays, None in it null. */
        private static @Nullable Fit option(Method factory, Object argument) {
            if (!factory.getParameters()[0].isAnnotationPresent(ArrayOnly.class)) {
                Fit fit = Arguments.fit(factory.getGenericParameterTypes()[0], argument);
                return fit == null ? null : new Fit(fit.distance(),
                        made -> Arguments.invoke(factory, null, fit.value().apply(made)));
            }
            List<?> arrays = argument instanceof List<?> tuple ? tuple : Collections.singletonList(argument);
            boolean fits = arrays.size() == factory.getParameterCount()
                    && arrays.stream().allMatch(array -> array == null || array instanceof NdArray);
            return fits ? new Fit(0, _ -> arrays.equals(Collections.singletonList(null)) ? null
                    : Arguments.invoke(factory, null, arrays.toArray())) : null;
        }
    }

    private OptionFamily(Class<?> family) {
        this.family = family;
        Map<String, Method> nones = new HashMap<>();
        for (Class<?> option : family.getPermittedSubclasses()) {
            NoneOf of = option.getAnnotation(NoneOf.class);
            if (of != null) {
                nones.put(of.value(), makers(option).getFirst());
            }
        }
        for (Class<?> option : family.getPermittedSubclasses()) {
            if (option.isAnnotationPresent(NoneOf.class)) {
                continue;
            }
            List<Method> makers = makers(option);
            Method none = makers.stream().filter(m -> m.getParameterCount() == 0).findFirst().orElse(null);
            List<Method> factories = makers.stream().filter(m -> m.getParameterCount() > 0).toList();
            String keyword = factories.getFirst().getName();
            keywords.merge(keyword, new Keyword(factories, nones.getOrDefault(keyword, none)), Keyword::or);
        }
        Positional limit = family.getAnnotation(Positional.class);
        positional = limit == null ? keywords.size() : limit.value();
    }

    private static List<Method> makers(Class<?> option) {
        return Stream.of(Options.class.getMethods()).filter(method -> method.getReturnType() == option).toList();
    }

    /** Returns null if {@code type} is no family of options. */
    static @Nullable OptionFamily of(Class<?> type) {
        return type.isSealed() && Option.class.isAssignableFrom(type) ? new OptionFamily(type) : null;
    }

    boolean knows(String keyword) {
        return keywords.containsKey(keyword);
    }

    /** In NumPy's order. */
    Set<String> names() {
        return keywords.keySet();
    }

    /**
     * Fits what is left of the arguments.
     *
     * @param further by position, from the first option
     * @param rest by name; what is a keyword here is removed
     * @return an array of options, or null if they do not fit
     */
    @Nullable
    Fit fit(List<?> further, Map<String, Object> rest) {
        if (further.size() > positional) {
            return null;
        }
        List<Fit> fits = new ArrayList<>();
        int distance = 0;
        int position = 0;
        for (Map.Entry<String, Keyword> keyword : keywords.entrySet()) {
            boolean placed = position < further.size();
            boolean named = rest.containsKey(keyword.getKey());
            Object argument = placed ? further.get(position) : rest.remove(keyword.getKey());
            position++;
            if (placed && named) {
                return null;
            }
            if (placed || named) {
                Fit fit = keyword.getValue().fit(argument);
                if (fit == null) {
                    return null;
                }
                fits.add(fit);
                distance += fit.distance();
            }
        }
        return new Fit(distance, made -> array(fits.stream().map(Fit::value).toList(), made));
    }

    private Object array(List<Function<List<NdArray>, @Nullable Object>> values, List<NdArray> made) {
        List<Object> options = new ArrayList<>(values.size());
        for (Function<List<NdArray>, @Nullable Object> value : values) {
            Object option = value.apply(made);
            if (option != null) {
                options.add(option);
            }
        }
        return options.toArray((Object[]) Array.newInstance(family, 0));
    }
}
