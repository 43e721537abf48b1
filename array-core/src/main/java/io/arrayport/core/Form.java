package io.arrayport.core;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.arrayport.core.index.Index;
import io.arrayport.core.ndarray.ArrayPair;
import io.arrayport.core.ndarray.JavaOnly;
import io.arrayport.core.ndarray.NdArray;
import org.jspecify.annotations.Nullable;

/** One overload of a function, and how Python's arguments go into its parameters. */
final class Form {
    private static final int SPREAD = 20;

    private final Method method;
    private final List<String> names;
    private final Type[] types;
    private final boolean[] strict;
    private final boolean[] many;
    private final boolean[] nullable;
    /** How many parameters take one argument each: all but the variable ones at the end. */
    private final int fixed;
    private final @Nullable OptionFamily family;
    /** The parameter that takes all further positions, or -1. */
    private final int gathering;
    private final boolean oneOrMany;
    private final boolean javaOnly;

    /**
     * A form chosen for its arguments.
     *
     * @param distance the sum of the arguments' distances
     */
    record Bound(Form form, int distance, List<Fit> fits) {
        /** What was made of numbers and lists ends with the call, unless the result lies in it. */
        @Nullable
        Object call(Object receiver) {
            List<NdArray> made = new ArrayList<>();
            Object result = null;
            try {
                @Nullable
                Object[] values = fits.stream().map(fit -> fit.value().apply(made)).toArray();
                result = Arguments.invoke(form.method, receiver, values);
                return form.oneOrMany && result instanceof List<?> many && many.size() == 1 ? many.getFirst() : result;
            } finally {
                for (NdArray array : made) {
                    if (!holds(result, array)) {
                        array.close();
                    }
                }
            }
        }

        private static boolean holds(@Nullable Object result, NdArray array) {
            return switch (result) {
                case NdArray one -> one.storage() == array.storage();
                case ArrayPair(NdArray first, NdArray second) -> holds(first, array) || holds(second, array);
                case List<?> many -> many.stream().anyMatch(one -> holds(one, array));
                case null, default -> false;
            };
        }
    }

    Form(Method method) {
        this.method = method;
        names = Stream.of(method.getParameters()).map(Parameter::getName).toList();
        types = method.getGenericParameterTypes();
        Parameter[] parameters = method.getParameters();
        strict = new boolean[types.length];
        many = new boolean[types.length];
        nullable = new boolean[types.length];
        for (int i = 0; i < strict.length; i++) {
            strict[i] = parameters[i].isAnnotationPresent(ArrayOnly.class);
            many[i] = parameters[i].isAnnotationPresent(Many.class);
            // By name, because the annotation need not be there at run time
            nullable[i] = Stream.of(parameters[i].getAnnotatedType().getAnnotations())
                    .anyMatch(annotation -> annotation.annotationType().getSimpleName().equals("Nullable"));
        }
        gathering = IntStream.range(0, types.length).filter(i -> parameters[i].isAnnotationPresent(Rest.class))
                .findFirst()
                .orElse(-1);
        oneOrMany = method.isAnnotationPresent(OneOrMany.class);
        javaOnly = method.isAnnotationPresent(JavaOnly.class);
        fixed = method.isVarArgs() ? types.length - 1 : types.length;
        family = method.isVarArgs() ? OptionFamily.of(method.getParameterTypes()[fixed].getComponentType()) : null;
    }

    /** Whether it may be given {@code keyword}, a Java name. */
    boolean knows(String keyword) {
        return names.contains(keyword) && !(family != null && names.indexOf(keyword) == fixed)
                || family != null && family.knows(keyword);
    }

    /** Whether the argument at the place of a parameter that says no more than that it is there is for another. */
    private boolean isNamedFlag(int parameter, @Nullable Object argument) {
        return isFlag(names.get(parameter)) && !(argument instanceof Boolean);
    }

    /** Whether the parameter at {@code position} says no more than that it is there. */
    boolean isFlag(int position) {
        return position < fixed && isFlag(names.get(position));
    }

    /** Whether {@code keyword} is a parameter that says no more than that it is there. */
    boolean isFlag(String keyword) {
        int i = names.indexOf(keyword);
        return i >= 0 && types[i] instanceof Class<?> type && Arguments.isFlag(type);
    }

    /**
     * Fits the arguments to the parameters.
     *
     * @param named by Java names
     * @return null if they do not fit
     */
    @Nullable
    Bound bind(List<?> arguments, Map<String, ?> named) {
        if (javaOnly) {
            return null;
        }
        List<?> positional = gathered(arguments);
        @Nullable
        Fit[] fits = new @Nullable Fit[types.length];
        Map<String, Object> rest = new HashMap<>(named);
        int taken = 0;
        for (int i = 0; i < fixed; i++) {
            boolean given = many[i] || taken < positional.size() && !isNamedFlag(i, positional.get(taken));
            if (!many[i] && given == rest.containsKey(names.get(i))) {
                return null; // both, or neither
            }
            Object argument = many[i] ? positional.subList(taken, positional.size())
                    : given ? positional.get(taken) : rest.remove(names.get(i));
            taken = many[i] ? positional.size() : given ? taken + 1 : taken;
            // Python has no arrays of Java's: there lists come as List
            boolean refused = strict[i] && !(argument instanceof NdArray) || types[i] == Object[].class;
            fits[i] = argument == null && nullable[i] ? Fit.exact(null)
                    : refused ? null : Arguments.fit(types[i], argument);
        }
        List<?> further = positional.subList(taken, positional.size());
        if (fixed < types.length) {
            fits[fixed] = family != null ? family.fit(further, rest) : variable(further, rest);
            if (family == null) {
                rest.remove(names.get(fixed));
            }
        } else if (!further.isEmpty()) {
            return null;
        }
        if (!rest.isEmpty()) {
            return null;
        }
        int distance = 0;
        for (Fit fit : fits) {
            if (fit == null) {
                return null;
            }
            distance += fit.distance();
        }
        return new Bound(this, distance, Arrays.asList(fits));
    }

    /** The arguments, those from the {@link Rest} on as one list. */
    private List<?> gathered(List<?> arguments) {
        if (gathering < 0 || arguments.size() <= gathering) {
            return arguments;
        }
        List<Object> gathered = new ArrayList<>(arguments.subList(0, gathering));
        gathered.add(arguments.subList(gathering, arguments.size()));
        return gathered;
    }

    /** Python gives several values one by one, as one list, or by the parameter's name. */
    private @Nullable Fit variable(List<?> further, Map<String, ?> rest) {
        Type array = types[fixed];
        if (rest.containsKey(names.get(fixed))) {
            Object value = rest.get(names.get(fixed));
            return further.isEmpty() && value != null ? Arguments.fit(array, value) : null;
        }
        if (array == Index[].class && further.size() == 1 && further.getFirst() instanceof List<?> parts) {
            return Arguments.fit(array, parts); // a tuple, which is the parts; a list of numbers stands in another one
        }
        Fit spread = Arguments.fit(array, further);
        if (further.size() == 1 && further.getFirst() instanceof List<?> items) {
            return spread != null ? spread : Arguments.fit(array, items);
        }
        return spread == null ? null : new Fit(spread.distance() + SPREAD, spread.value());
    }

    /**
     * The parameters with their types, in brackets the options, and what is returned unless it is an array: as the docs
     * list them. Forms that differ in the type of one parameter are one text.
     */
    static List<String> java(List<Form> forms) {
        List<List<Set<String>>> groups = new ArrayList<>();
        for (Form form : forms) {
            List<Set<String>> types = Stream.of(form.types)
                    .map(type -> (Set<String>) new LinkedHashSet<>(List.of(simple(type.getTypeName())))).toList();
            if (groups.stream().noneMatch(group -> joins(group, types))) {
                groups.add(types);
            }
        }
        Form first = forms.getFirst();
        return groups.stream().map(first::text).toList();
    }

    private static boolean joins(List<Set<String>> group, List<Set<String>> types) {
        List<Integer> apart = IntStream.range(0, types.size()).filter(i -> !group.get(i).equals(types.get(i))).boxed()
                .toList();
        return apart.size() == 1 && group.get(apart.getFirst()).addAll(types.get(apart.getFirst()));
    }

    private String text(List<Set<String>> parameters) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < fixed; i++) {
            texts.add(String.join("/", parameters.get(i)) + " " + names.get(i));
        }
        if (family != null) {
            texts.add("[" + String.join(", ", family.names()) + "]");
        } else if (fixed < types.length) {
            texts.add(parameters.get(fixed).stream().map(type -> type.replaceFirst("\\[]$", "..."))
                    .collect(Collectors.joining("/")) + " " + names.get(fixed));
        }
        String returned = simple(method.getGenericReturnType().getTypeName());
        return "(" + String.join(", ", texts) + ")" + (returned.equals("NdArray") ? "" : " -> " + returned);
    }

    /** Types without their packages and what they lie in. */
    private static String simple(String type) {
        return type.replaceAll("\\w+[.$]", "");
    }

    /** Whether it takes what only Java has. */
    boolean javaOnly() {
        return javaOnly;
    }

    /** What it returns. */
    Class<?> returnType() {
        return method.getReturnType();
    }

    /** The names of the parameters and keywords, as a message lists them. */
    String describe() {
        List<String> texts = new ArrayList<>(names.subList(0, fixed));
        if (family != null) {
            family.names().forEach(keyword -> texts.add(keyword + "="));
        } else if (fixed < names.size()) {
            texts.add(names.get(fixed) + "...");
        }
        return "(" + String.join(", ", texts) + ")";
    }
}
