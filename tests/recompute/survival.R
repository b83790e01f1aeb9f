# Kaplan-Meier by another make: R's survival. Reads waits (curve, time, ended) and writes each curve's steps, and the
# first day by which a quarter, a half and three quarters had ended. `aml` of the package stands beside them.
library(survival)
arguments <- commandArgs(trailingOnly = TRUE)
waits <- read.csv(arguments[1], stringsAsFactors = FALSE)
known <- data.frame(curve = paste("aml", aml$x), time = aml$time, ended = aml$status)
waits <- rbind(waits, known)
steps <- NULL
for (curve in unique(waits$curve)) {
  here <- waits[waits$curve == curve, ]
  fit <- survfit(Surv(time, ended) ~ 1, data = here)
  ends <- fit$n.event > 0
  steps <- rbind(steps, data.frame(curve = rep(curve, sum(ends)), time = fit$time[ends], at_risk = fit$n.risk[ends],
                                   ended = fit$n.event[ends], left = sprintf("%.17g", fit$surv[ends])))
}
write.csv(known, arguments[3], row.names = FALSE)
write.csv(steps, arguments[2], row.names = FALSE)
