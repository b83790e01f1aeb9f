// One writer for each kind of letter; compose() has checked the request.
#pragma once

#include "letters/compose.h"

namespace holdfast::letters {

Result<Done> writeJointReferral(Document& document, const Facts& facts, const Request& request);
Result<Done> writeChallenge(Document& document, const Facts& facts, const Request& request);
Result<Done> writeChase(Document& document, const Facts& facts, const Request& request);
Result<Done> writeHandover(Document& document, const Facts& facts, const Request& request);
Result<Done> writeToPerson(Document& document, const Facts& facts, const Request& request);
Result<Done> writeToCarer(Document& document, const Facts& facts, const Request& request);
Result<Done> writeRightsCard(Document& document, const Facts& facts, const Request& request);
Result<Done> writePartnerSheet(Document& document, const Facts& facts);

}  // namespace holdfast::letters
