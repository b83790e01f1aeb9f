#include "letters/passport.h"

#include "base/text.h"
#include "domain/calendar.h"
#include "domain/note_text.h"
#include "letters/words.h"

#include <algorithm>

namespace holdfast::letters {
namespace {

class Writer {
public:
    Writer(const Facts& facts, const StoryVersion& story, PassportReader reader)
        : m_facts{facts}, m_story{story}, m_reader{reader}
    {}

    /// The blocks under the heading of one section; empty when there is nothing to say.
    std::vector<Block> section(PassportSection which)
    {
        m_piece = {};
        m_withheld = false;
        switch (which) {
        case PassportSection::name: name(); break;
        case PassportSection::contact: contact(); break;
        case PassportSection::ownWords: part(StoryPart::ownWords); break;
        case PassportSection::needs:
            labelled("My mental health", StoryPart::mentalHealth);
            labelled("Drugs and alcohol", StoryPart::substanceUse);
            break;
        case PassportSection::helps:
            labelled("What helps", StoryPart::helps);
            labelled("What makes it worse", StoryPart::worse);
            break;
        case PassportSection::doNotRepeat: part(StoryPart::doNotRepeat); break;
        case PassportSection::language: language(); break;
        case PassportSection::coordinator: coordinator(); break;
        case PassportSection::supports: supports(); break;
        case PassportSection::promises: promises(); break;
        case PassportSection::medication: part(StoryPart::medication); break;
        case PassportSection::uses: part(StoryPart::uses); break;
        case PassportSection::history: part(StoryPart::history); break;
        }
        return m_piece.blocks;
    }

    bool wasWithheld() const { return m_withheld; }

private:
    std::string textOf(StoryPart part)
    {
        const StoryText& told = m_story.story[part];
        if (isBlank(told.text))
            return {};
        if (!mayShow(told.sharing, m_reader)) {
            m_withheld = true;
            return {};
        }
        return withoutThirdParty(told.text, thirdPartyLeftOut);
    }

    void lines(const std::string& text)
    {
        for (std::size_t from = 0; from < text.size();) {
            const std::size_t end = std::min(text.find('\n', from), text.size());
            if (const std::string line = tidied(text.substr(from, end - from)); !line.empty())
                m_piece.paragraph(line);
            from = end + 1;
        }
    }

    /// Only on the person's own print: what others are not to see stands there marked.
    void sharingNote(StoryPart which)
    {
        if (m_reader == PassportReader::person && m_story.story[which].sharing == StorySharing::askFirst)
            m_piece.add(BlockStyle::note, "Ask me before this is shared.");
    }

    void part(StoryPart which)
    {
        const std::string text = textOf(which);
        lines(text);
        if (!text.empty())
            sharingNote(which);
    }

    void labelled(const std::string& label, StoryPart which)
    {
        const std::string text = textOf(which);
        if (text.empty())
            return;
        m_piece.add(BlockStyle::paragraph, std::vector<Run>{{label + ": ", true}, {tidied(text), false}});
        sharingNote(which);
    }

    void name()
    {
        const Person& person = m_facts.person;
        std::string line = firstName(person) + " " + person.familyName;
        if (!person.pronouns.empty())
            line += " (" + person.pronouns + ")";
        m_piece.paragraph(tidied(line) + ".");
        part(StoryPart::name);
    }

    void contact()
    {
        const SafeContact& safe = m_facts.person.contact;
        if (m_reader == PassportReader::anyone) {
            m_withheld = !safe.phone.empty() || !safe.email.empty();
            return;
        }
        std::vector<std::string> ways;
        if (!safe.phone.empty())
            ways.push_back("phone " + safe.phone);
        if (!safe.email.empty())
            ways.push_back("email " + safe.email);
        if (ways.empty() && safe.preference.empty())
            return;
        if (!ways.empty())
            m_piece.paragraph(capital(listed(ways)) + ".");
        if (!safe.preference.empty())
            m_piece.paragraph("What I prefer: " + safe.preference);
        m_piece.bullet(safe.mayText ? "You may text me." : "Please do not text me.");
        m_piece.bullet(safe.mayLeaveVoicemail ? "You may leave a message." : "Please leave no message.");
        m_piece.bullet(safe.mayWrite ? "You may write to me." : "Please send no letters.");
        if (safe.discreetOnly)
            m_piece.bullet("Do not say where you are calling from.");
    }

    void language()
    {
        const Person& person = m_facts.person;
        if (!person.interpreter.empty())
            m_piece.paragraph("I need an interpreter: " + person.interpreter + ".");
        lines(person.accessNeeds);
        lines(person.adjustments);
        part(StoryPart::language);
    }

    void coordinator()
    {
        for (const Need need : openNeeds(m_facts)) {
            const engine::NeedSnapshot& now = m_facts.now.needs[need];
            if (!now.holder)
                continue;
            const Service* service = m_facts.directory.find(now.holder->service);
            std::string line = capital(needWords(need)) + ": " + holderWords(m_facts, need);
            if (service != nullptr && !service->phone.empty())
                line += ", " + service->phone;
            if (now.firstAskedAt)
                line += ". I first asked for help on " + shortDay(*now.firstAskedAt) + ", " +
                        daysWords(now.daysSinceAsked) + " ago";
            m_piece.bullet(line + ".");
        }
    }

    void supports()
    {
        part(StoryPart::supports);
        if (!m_facts.person.companion.empty() && m_reader != PassportReader::anyone)
            m_piece.paragraph("Who comes along with me: " + m_facts.person.companion);
    }

    void promises()
    {
        if (m_reader == PassportReader::anyone) {
            m_withheld = !m_story.story.promises.empty();
            return;
        }
        for (const StoryPromise& promise : m_story.story.promises) {
            if (promise.state != PromiseState::open)
                continue;
            std::string line = withoutThirdParty(promise.what, thirdPartyLeftOut);
            if (!promise.by.empty())
                line += ", by " + promise.by;
            if (promise.madeOn)
                line += ", said on " + shortDay(*promise.madeOn);
            if (promise.dueOn)
                line += ", for " + shortDay(*promise.dueOn);
            m_piece.bullet(line + ".");
        }
    }

    const Facts& m_facts;
    const StoryVersion& m_story;
    PassportReader m_reader;
    Document m_piece;
    bool m_withheld = false;
};

std::string readerWords(PassportReader reader)
{
    switch (reader) {
    case PassportReader::person: return "This copy is mine. Marked parts: ask me before you share them.";
    case PassportReader::services: return "This copy is for the services that help me. It may not go any further.";
    case PassportReader::anyone: return "This copy is for whoever I show it to.";
    }
    return {};
}

}  // namespace

std::string sectionWords(PassportSection section)
{
    switch (section) {
    case PassportSection::name: return "The name I like";
    case PassportSection::contact: return "How to contact me safely";
    case PassportSection::ownWords: return "What I want workers to know";
    case PassportSection::needs: return "My two needs, in my words";
    case PassportSection::helps: return "What helps me, and what makes it worse";
    case PassportSection::doNotRepeat: return "What I do not want to be asked again";
    case PassportSection::language: return "Language and access";
    case PassportSection::coordinator: return "Who works with me, and how long I have waited";
    case PassportSection::supports: return "Who is there for me";
    case PassportSection::promises: return "What I was promised";
    case PassportSection::medication: return "Medication and allergies";
    case PassportSection::uses: return "What I use, and how";
    case PassportSection::history: return "My history in brief";
    }
    return {};
}

PassportPaper passportPaper(const Facts& facts, const StoryVersion& story, const PassportChoice& choice)
{
    PassportPaper paper;
    paper.choice = choice;
    Writer writer{facts, story, choice.reader};
    for (const PassportSection section : allPassportSections) {
        if (!isChosen(choice, section))
            continue;
        auto blocks = writer.section(section);
        if (!blocks.empty())
            paper.pieces.push_back({section, std::move(blocks)});
        else
            (writer.wasWithheld() ? paper.notShared : paper.nothingToSay).push_back(section);
    }
    Document foot;
    std::string version = story.number == 0 ? std::string{"Nothing of my story has been written down yet."}
                                            : "My story, version " + std::to_string(story.number) + " of " +
                                                  shortDay(story.writtenAt) + ", written with " +
                                                  workerName(facts, story.author) + ".";
    foot.add(BlockStyle::note, version + " Printed on " + shortDay(facts.at) + ". " + readerWords(choice.reader));
    paper.foot = std::move(foot.blocks);
    return paper;
}

Document passportDocument(const PassportPaper& paper, const std::vector<PassportSection>& leftOut)
{
    Document document;
    document.title = "Passport";
    document.variant = paper.choice.largePrint ? Variant::largePrint : Variant::standard;
    document.letterhead = false;
    document.add(BlockStyle::title, "My passport: I tell it once");
    for (const PassportPiece& piece : paper.pieces) {
        if (std::ranges::find(leftOut, piece.section) != leftOut.end())
            continue;
        document.heading(sectionWords(piece.section));
        document.blocks.insert(document.blocks.end(), piece.blocks.begin(), piece.blocks.end());
    }
    if (!leftOut.empty()) {
        std::vector<std::string> names;
        for (const PassportSection section : leftOut)
            names.push_back("“" + sectionWords(section) + "”");
        document.add(BlockStyle::note, "Left out to keep to two pages: " + listed(names) + ". Ask me, or my worker.");
    }
    document.blocks.insert(document.blocks.end(), paper.foot.begin(), paper.foot.end());
    return document;
}

}  // namespace holdfast::letters
