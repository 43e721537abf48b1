package io.arrayport.core;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A form that {@link Np#call} does not choose: it is of Java's arrays, where Python has lists. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface JavaOnly {}
