// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/channellistmodel.h"
#include "models/draftbook.h"
#include "models/eventmodel.h"
#include "models/peopledirectory.h"
#include "models/presencewatch.h"
#include "models/privacymodel.h"
#include "models/taskmodel.h"

namespace ChatOps {

/// The models of one open account, shared by its panes.
struct WorkspaceModels {
    explicit WorkspaceModels(const Account &opened)
        : account(opened)
        , work(account)
        , drafts(account)
        , people(account)
        , channels(account, work, drafts)
        , tasks(account, work, people)
        , events(account, work, people)
        , privacy(account, work)
        , presence(account)
    {
    }
    WorkspaceModels(const WorkspaceModels &) = delete;
    WorkspaceModels &operator=(const WorkspaceModels &) = delete;

    Account account;
    PendingWork work;
    DraftBook drafts;
    PeopleDirectory people;
    ChannelListModel channels;
    TaskModel tasks;
    EventModel events;
    PrivacyModel privacy;
    PresenceWatch presence;
};

} // namespace ChatOps
