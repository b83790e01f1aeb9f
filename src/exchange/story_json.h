// What the store keeps of a story, of a handover pack and of a choice of sections.
#pragma once

#include "domain/handover_pack.h"
#include "domain/passport.h"
#include "domain/story.h"

namespace holdfast::exchange {

std::string writeStory(const Story& story);
Result<Story> readStory(std::string_view text);

std::string writeHandoverText(const HandoverText& text);
Result<HandoverText> readHandoverText(std::string_view text);

std::string writeSections(const std::vector<PassportSection>& sections);
Result<std::vector<PassportSection>> readSections(std::string_view text);

}  // namespace holdfast::exchange
