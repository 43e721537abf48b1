package io.arrayport.core;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A parameter of several things that {@link Np#call} gives all further positional arguments to, as Python's
 * {@code *args}; Java has options in that place.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
@interface Many {}
