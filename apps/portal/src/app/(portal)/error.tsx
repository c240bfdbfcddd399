"use client";
import { ErrorScreen } from "../error-screen";

export default ErrorScreen;
