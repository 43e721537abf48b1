package io.arrayport.core;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.arrayport.core.error.CallException;
import io.arrayport.core.error.CallException.Reason;
import io.arrayport.core.memory.Device;
import io.arrayport.core.ndarray.AnyUfunc;
import io.arrayport.core.ndarray.Expr;
import io.arrayport.core.ndarray.ExprPair;
import io.arrayport.core.ndarray.NdArray;
import org.jspecify.annotations.Nullable;

/**
 * Functions by NumPy's names: found by reflection among the public methods and fields of the namespace, so that a
 * method of a chapter can be called by name without being entered anywhere. What was found is remembered.
 */
final class Calls {
    private static final String ARRAY = "ndarray.";
    private static final String ASSIGNMENT = ARRAY + "__setitem__";
    private static final Map<String, Callee> FOUND = new ConcurrentHashMap<>();

    private Calls() {}

    static boolean has(String name) {
        return callee(name) != null;
    }

    static @Nullable Object call(Np np, String name, List<?> args, Map<String, ?> kwargs) {
        Callee callee = callee(name);
        if (callee == null) {
            throw new CallException(Reason.UNKNOWN_NAME, "call: there is no " + name
                    + "; names are NumPy's, with what they belong to before a dot: add, add.reduce, ndarray.reshape");
        }
        if (args.isEmpty() && kwargs.isEmpty() && callee.value() != null) {
            return Results.python(callee.value(np));
        }
        Map<String, Object> named = new HashMap<>();
        kwargs.forEach((keyword, value) -> named.put(known(callee, name, keyword), value));
        named.entrySet().removeIf(entry -> Boolean.FALSE.equals(entry.getValue()) && isFlag(callee, entry.getKey()));
        Form.Bound bound = null;
        if (!callee.ofArray() || !args.isEmpty() && args.getFirst() instanceof NdArray) {
            List<?> arguments = callee.ofArray() ? arguments(name, args) : args;
            bound = nearest(callee, arguments, named);
            if (bound == null) {
                bound = nearestWithoutNone(callee, arguments, named);
            }
        }
        if (bound == null) {
            throw noSuchForm(callee, name, args, kwargs);
        }
        Form.Bound form = bound;
        Object receiver = callee.ofArray() ? args.getFirst() : callee.receiver(np);
        // What is made of lists lies beside the arrays among the arguments, or where the namespace makes arrays
        Device device = Nested.device(Nested.device(np.device(), new ArrayList<>(kwargs.values())), args);
        Object result = device.equals(Device.CPU) ? form.call(receiver)
                : ScopedValue.where(Arguments.MADE_ON, device).call(() -> form.call(receiver));
        return Results.python(callee.wanted(result));
    }

    /** The arguments behind the array; Python has what is assigned after the index, Java before it. */
    private static List<?> arguments(String name, List<?> args) {
        return name.equals(ASSIGNMENT) && args.size() == 3 ? args.subList(1, 3).reversed()
                : args.subList(1, args.size());
    }

    /** The Java name of a keyword that at least one form has. */
    private static String known(Callee callee, String name, String keyword) {
        String java = Names.java(keyword);
        if (callee.forms().stream().noneMatch(form -> form.knows(java))) {
            throw new CallException(Reason.UNKNOWN_KEYWORD, "call: " + name + " has no keyword " + keyword
                    + "; it takes " + describe(callee));
        }
        return java;
    }

    /** Whether it chooses between forms: the one that has it is for true. */
    private static boolean isFlag(Callee callee, String keyword) {
        return callee.forms().stream().anyMatch(form -> form.isFlag(keyword));
    }

    private static boolean isFlag(Callee callee, int position, Object argument) {
        return argument.equals(false) && callee.forms().stream().anyMatch(form -> form.isFlag(position));
    }

    private static Form.@Nullable Bound nearest(Callee callee, List<?> args, Map<String, ?> kwargs) {
        Form.Bound nearest = null;
        for (Form form : callee.forms()) {
            Form.Bound bound = form.bind(args, kwargs);
            if (bound != null && (nearest == null || bound.distance() < nearest.distance())) {
                nearest = bound;
            }
        }
        return nearest;
    }

    /**
     * In Python None mostly stands for what is not given, and so does False at the place of what is there or not: the
     * forms that lack the parameter are for it.
     */
    private static Form.@Nullable Bound nearestWithoutNone(Callee callee, List<?> args, Map<String, ?> kwargs) {
        int given = args.size();
        while (given > 0 && (args.get(given - 1) == null || isFlag(callee, given - 1, args.get(given - 1)))) {
            given--;
        }
        Map<String, Object> named = new HashMap<>(kwargs);
        named.values().removeIf(value -> value == null);
        return given == args.size() && named.size() == kwargs.size() ? null
                : nearest(callee, args.subList(0, given), named);
    }

    private static CallException noSuchForm(Callee callee, String name, List<?> args, Map<String, ?> kwargs) {
        String given = Stream.concat(args.stream().map(Calls::typeOf), kwargs.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + typeOf(entry.getValue()))).collect(Collectors.joining(", "));
        return new CallException(Reason.NO_SUCH_FORM, "call: no form of " + name + " takes (" + given + "); it takes "
                + describe(callee));
    }

    private static String typeOf(@Nullable Object argument) {
        return argument == null ? "None" : argument instanceof List ? "List" : argument.getClass().getSimpleName();
    }

    private static String describe(Callee callee) {
        return callee.forms().isEmpty() ? "no arguments"
                : callee.forms().stream().filter(form -> !form.javaOnly()).map(Form::describe).distinct()
                        .collect(Collectors.joining(" or "));
    }

    /** What a Java program writes for {@code name}; none if there is no such function. */
    static List<String> forms(String name) {
        Callee callee = callee(name);
        if (callee == null) {
            return List.of();
        }
        boolean ofArray = callee.ofArray();
        String written = Stream.of((ofArray ? name.substring(ARRAY.length()) : name).split("\\.", -1))
                .map(Names::java).collect(Collectors.joining(".", ofArray ? "a." : "np.", ""));
        if (callee.forms().isEmpty()) {
            return List.of(written);
        }
        List<Form> methods = ofArray || callee.path().size() != 1 ? List.of() : forms(Np.class, Names.java(name));
        Map<String, List<Form>> alike = (methods.isEmpty() ? callee.forms() : methods).stream()
                .collect(Collectors.groupingBy(Form::describe, LinkedHashMap::new, Collectors.toList()));
        return alike.values().stream().flatMap(forms -> Form.java(forms).stream()).map(form -> written + form).toList();
    }

    private static @Nullable Callee callee(String name) {
        Callee known = FOUND.get(name);
        if (known == null) {
            known = name.startsWith(ARRAY) ? ofArray(Names.java(name.substring(ARRAY.length()))) : find(name);
            if (known != null) {
                FOUND.put(name, known);
            }
        }
        return known;
    }

    private static @Nullable Callee ofArray(String method) {
        List<Form> forms = forms(NdArray.class, method);
        return forms.isEmpty() ? null : new Callee(List.of(), true, null, forms, null);
    }

    private static @Nullable Callee find(String name) {
        List<Field> path = new ArrayList<>();
        Class<?> owner = Np.class;
        String[] parts = name.split("\\.", -1);
        for (int i = 0; i + 1 < parts.length; i++) {
            Field field = field(owner, Names.java(parts[i]));
            if (field == null) {
                return i + 2 == parts.length ? member(path, owner, parts[i], parts[i + 1]) : null;
            }
            path.add(field);
            owner = field.getType();
        }
        String last = Names.java(parts[parts.length - 1]);
        Field value = field(owner, last);
        if (value != null && AnyUfunc.class.isAssignableFrom(value.getType())) {
            path.add(value);
            return new Callee(path, false, null, forms(value.getType(), "call"), null);
        }
        List<Form> forms = forms(owner, last);
        return forms.isEmpty() && value == null ? null : new Callee(path, false, value, forms, null);
    }

    /** What a function's result says of itself: Python makes an object and asks it, {@code finfo(dtype).eps}. */
    private static @Nullable Callee member(List<Field> path, Class<?> owner, String function, String member) {
        List<Form> forms = forms(owner, Names.java(function));
        if (forms.isEmpty()) {
            return null;
        }
        try {
            return new Callee(path, false, null, forms, forms.getFirst().returnType().getMethod(Names.java(member)));
        } catch (NoSuchMethodException _) {
            return null;
        }
    }

    private static @Nullable Field field(Class<?> owner, String name) {
        return Stream.of(owner.getFields())
                .filter(field -> field.getName().equals(name) && !Modifier.isStatic(field.getModifiers()))
                .findFirst().orElse(null);
    }

    /** In an order that does not change from run to run. Expressions are Java's alone: nobody calls them by name. */
    private static List<Form> forms(Class<?> owner, String name) {
        return Stream.of(owner.getMethods())
                .filter(method -> method.getName().equals(name) && !Modifier.isStatic(method.getModifiers())
                        && !method.isBridge() && method.getDeclaringClass() != Object.class
                        && method.getReturnType() != Expr.class && method.getReturnType() != ExprPair.class)
                .sorted(Comparator.comparingInt(Method::getParameterCount).thenComparing(Method::toString))
                .map(Form::new).toList();
    }
}
