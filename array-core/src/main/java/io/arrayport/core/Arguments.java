package io.arrayport.core;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import io.arrayport.core.dtype.Row;
import io.arrayport.core.error.IndexException;
import io.arrayport.core.index.Index;
import io.arrayport.core.index.Span;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Device;
import io.arrayport.core.ndarray.ArrayFunction;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import org.jspecify.annotations.Nullable;

/** Fits what Python has as arguments (numbers, strings, lists, None, arrays) to the parameter types of Java methods. */
final class Arguments {
    private static final int NARROWED = 1;
    private static final int READ = 2;
    private static final int WIDENED = 3;
    private static final int ANYTHING = 5;
    private static final int MADE = 10;
    /** Only where nothing takes the array. */
    private static final int LAST = 11;

    /** Where arrays are made of numbers and lists, if not in main memory. */
    static final ScopedValue<Device> MADE_ON = ScopedValue.newInstance();

    private Arguments() {}

    /** Returns null if {@code argument} does not fit. None (null) fits only where a list of things may be empty. */
    static @Nullable Fit fit(Type type, @Nullable Object given) {
        // Python has one type of integers
        Object argument = given instanceof Integer || given instanceof Short || given instanceof Byte
                ? (Object) ((Number) given).longValue() : given;
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return argument instanceof List<?> items ? list(list.getActualTypeArguments()[0], items) : null;
        }
        Type raw = type instanceof ParameterizedType generic ? generic.getRawType() : type;
        Class<?> wanted = raw instanceof Class<?> plain ? plain : Object.class;
        if (argument instanceof Function<?, ?> function) {
            return Functions.fit(type, function);
        }
        if (argument == null) {
            return wanted == Index.class ? Fit.exact(Index.newAxis()) : null;
        }
        if (wanted != Object.class && wanted.isInstance(argument)) {
            return Fit.exact(argument);
        }
        if (wanted == Number.class && argument instanceof Boolean truth) {
            return Fit.near(LAST, truth ? 1L : 0L);
        }
        if (wanted.isPrimitive()) {
            return primitive(wanted, argument);
        }
        if (wanted.isArray()) {
            return array(wanted.getComponentType(), argument instanceof List<?> items ? items : List.of(argument));
        }
        if (wanted == NdArray.class) {
            return Nested.isArrayLike(argument) ? new Fit(MADE, made -> made(argument, made)) : null;
        }
        if (isFlag(wanted)) {
            return argument.equals(true) ? new Fit(0, _ -> flag(wanted)) : null;
        }
        if (wanted == Shape.class) {
            Fit dims = fit(long[].class, argument);
            return dims == null ? null : new Fit(READ, made -> Shape.of((long[]) dims.converted(made)));
        }
        if (wanted == Span.class) {
            return argument instanceof Index.Slice slice ? new Fit(READ, _ -> Span.of(slice)) : null;
        }
        if (wanted == Index.class) {
            return index(argument);
        }
        if (argument instanceof String text) {
            Fit read = read(wanted, text);
            if (read != null) {
                return read;
            }
        }
        return wanted == Object.class ? Fit.near(ANYTHING, argument) : null;
    }

    /** Lists of numbers are arrays, as they are in an index of Python; an empty one has no other type to take. */
    private static @Nullable Fit index(Object argument) {
        return switch (argument) {
            case Long position -> Fit.near(READ, Index.at(position));
            case Boolean truth -> Fit.near(READ, Index.truth(truth));
            case String text -> new Fit(READ, _ -> Index.of(text));
            case BigInteger _,Double _ -> new Fit(READ, _ -> {
                throw new IndexException("call: the index " + argument + " is no integer of 64 bits");
            });
            case List<?> none when none.isEmpty() -> Fit.near(READ, Index.at());
            case List<?> _ when Nested.isArrayLike(argument) -> new Fit(MADE, made -> made(argument, made));
            default -> null;
        };
    }

    /** Whether it is an option that says no more than that it is there: in Python, true. */
    static boolean isFlag(Class<?> type) {
        return type.isRecord() && Option.class.isAssignableFrom(type) && type.getRecordComponents().length == 0;
    }

    private static @Nullable Object flag(Class<?> type) {
        Method factory = Stream.of(Options.class.getMethods()).filter(method -> method.getReturnType() == type)
                .findFirst().orElseThrow();
        return invoke(factory, null);
    }

    private static NdArray made(Object argument, List<NdArray> made) {
        NdArray array = Nested.array(MADE_ON.orElse(Device.CPU), argument);
        made.add(array);
        return array;
    }

    private static @Nullable Fit list(Type of, List<?> items) {
        Type bound = of instanceof WildcardType wildcard ? wildcard.getUpperBounds()[0] : of;
        if (of instanceof WildcardType && bound == Object.class && items instanceof Row) {
            return Fit.exact(items);
        }
        if (of instanceof WildcardType && bound == Object.class) {
            return Fit.exact(items.stream().map(Arguments::plain).toList());
        }
        Fit fit = items(bound, items);
        // Numbers alone are an array of positions rather than one for each axis
        boolean row = bound == Index.class && items.stream().allMatch(Number.class::isInstance);
        return fit != null && row ? new Fit(LAST, fit.value()) : fit;
    }

    /** What a list of anything holds: functions in it are of one array. */
    private static @Nullable Object plain(@Nullable Object item) {
        Fit function = item instanceof Function<?, ?> given ? Functions.fit(ArrayFunction.class, given) : null;
        return function == null ? item : function.converted(List.of());
    }

    private static @Nullable Fit primitive(Class<?> type, Object argument) {
        Object value = argument instanceof NdArray array && array.ndim() == 0 && "iu".indexOf(array.dtype().kind()) >= 0
                ? array.item() : argument;
        if (type == boolean.class) {
            return value instanceof Boolean ? Fit.exact(value) : null;
        }
        if (type == double.class) {
            return value instanceof Double ? Fit.exact(value)
                    : value instanceof Long || value instanceof BigInteger || value instanceof Float
                            ? Fit.near(WIDENED, ((Number) value).doubleValue()) : null;
        }
        if (type == long.class) {
            return value instanceof Long ? Fit.exact(value) : null;
        }
        if (type == int.class) {
            return value instanceof Long number && number == number.intValue()
                    ? Fit.near(NARROWED, number.intValue()) : null;
        }
        return null;
    }

    /** An array of the items, each fitted. */
    private static @Nullable Fit array(Class<?> component, List<?> items) {
        Fit fitted = items(component, items);
        return fitted == null ? null : new Fit(fitted.distance(), made -> {
            List<?> values = (List<?>) fitted.converted(made);
            Object array = Array.newInstance(component, values.size());
            for (int i = 0; i < values.size(); i++) {
                Array.set(array, i, values.get(i));
            }
            return array;
        });
    }

    /** A list of the items, each fitted; as far away as the furthest. */
    private static @Nullable Fit items(Type type, List<?> items) {
        List<Fit> fits = new ArrayList<>(items.size());
        int distance = NARROWED;
        for (Object item : items) {
            Fit fit = fit(type, item);
            if (fit == null) {
                return null;
            }
            distance = Math.max(distance, fit.distance());
            fits.add(fit);
        }
        return new Fit(distance, made -> {
            List<@Nullable Object> values = new ArrayList<>(fits.size());
            fits.forEach(fit -> values.add(fit.value().apply(made)));
            return values;
        });
    }

    /** Reads a type that is written as a string in Python, by its {@code of(String)} or its constants. */
    private static @Nullable Fit read(Class<?> type, String text) {
        try {
            Method of = type.getMethod("of", String.class);
            return new Fit(READ, _ -> invoke(of, null, text));
        } catch (NoSuchMethodException _) {
            // It may still be an enumeration.
        }
        return type.isEnum() ? new Fit(READ, _ -> constant(type, text)) : null;
    }

    private static Object constant(Class<?> type, String text) {
        return Stream.of(type.getEnumConstants()).filter(constant -> constant.toString().equalsIgnoreCase(text))
                .findFirst().orElseThrow(() -> new IllegalArgumentException("call: '" + text + "' is none of "
                        + Arrays.toString(type.getEnumConstants())));
    }

    /** Calls a method; what it throws comes out as it is. */
    static @Nullable Object invoke(Method method, @Nullable Object receiver, @Nullable Object... arguments) {
        try {
            return method.invoke(receiver, arguments);
        } catch (InvocationTargetException thrown) {
            switch (thrown.getCause()) {
                case RuntimeException exception -> throw exception;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(method + " threw a checked exception", thrown);
            }
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(method + " is not public", impossible);
        }
    }
}
