package io.arrayport.core;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a name stands for.
 *
 * @param path the fields that lead from the namespace to the object whose method is called
 * @param ofArray whether the method is the array's, which then is the first argument
 * @param value the field to read where no arguments are given
 * @param forms the overloads of the method, if there is one
 * @param member what is wanted of the method's result, if not the result itself
 */
record Callee(List<Field> path, boolean ofArray, @Nullable Field value, List<Form> forms, @Nullable Method member) {
    /** Returns the object whose method is called. */
    Object receiver(Np np) {
        Object receiver = np;
        for (Field field : path) {
            receiver = read(field, receiver);
        }
        return receiver;
    }

    /** Returns the value of the field, if this is one. */
    @Nullable
    Object value(Np np) {
        return value == null ? null : read(value, receiver(np));
    }

    /** Returns what is wanted of what the method returned. */
    @Nullable
    Object wanted(@Nullable Object result) {
        return member == null ? result : Arguments.invoke(member, result);
    }

    static Object read(Field field, Object owner) {
        try {
            return field.get(owner);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(field + " is not public", impossible);
        }
    }
}
