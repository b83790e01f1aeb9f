// The commands, one function and one file each.
#pragma once

#include "cli/run.h"

namespace holdfast::cli {

int createCommand(const Arguments& arguments, Surroundings& around);
int demoCommand(const Arguments& arguments, Surroundings& around);
int replayCommand(const Arguments& arguments, Surroundings& around);
int policyCommand(const Arguments& arguments, Surroundings& around);
int routeCommand(const Arguments& arguments, Surroundings& around);
int reportCommand(const Arguments& arguments, Surroundings& around);
int rerunReport(const Arguments& arguments, Surroundings& around);
int exportCommand(const Arguments& arguments, Surroundings& around);
int backupCommand(const Arguments& arguments, Surroundings& around);
int restoreCommand(const Arguments& arguments, Surroundings& around);
int checkCommand(const Arguments& arguments, Surroundings& around);
int retentionCommand(const Arguments& arguments, Surroundings& around);
int auditCommand(const Arguments& arguments, Surroundings& around);
int disposalCommand(const Arguments& arguments, Surroundings& around);

}  // namespace holdfast::cli
