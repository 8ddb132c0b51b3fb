<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>App</name>
    <message>
        <source>The list of accounts cannot be read.</source>
        <translation>The list of accounts cannot be read.</translation>
    </message>
    <message>
        <source>The list of accounts on this computer is damaged. It was set aside; sign in again to make a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of accounts cannot be written to this computer. After the program has ended it will not know this account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings cannot be written to this computer. They hold until the program ends.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Calendar</name>
    <message>
        <source>Days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Month</translation>
    </message>
</context>
<context>
    <name>ChatOps</name>
    <message>
        <source>The other side sent something unreadable.</source>
        <translation>The other side sent something unreadable.</translation>
    </message>
    <message>
        <source>The workspace is being loaded.</source>
        <translation>The workspace is being loaded.</translation>
    </message>
    <message>
        <source>The server sent something that does not belong here.</source>
        <translation>The server sent something that does not belong here.</translation>
    </message>
    <message>
        <source>Changes arrived out of order.</source>
        <translation>Changes arrived out of order.</translation>
    </message>
    <message>
        <source>You are no longer in this channel.</source>
        <translation>You are no longer in this channel.</translation>
    </message>
    <message>
        <source>The stored data cannot be opened with this key.</source>
        <translation>The stored data cannot be opened with this key.</translation>
    </message>
    <message>
        <source>The stored data is damaged.</source>
        <translation>The stored data is damaged.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>The disk is full.</translation>
    </message>
    <message>
        <source>The stored data cannot be written. Check the folder&apos;s permissions.</source>
        <translation>The stored data cannot be written. Check the folder&apos;s permissions.</translation>
    </message>
    <message>
        <source>This exists already.</source>
        <translation>This exists already.</translation>
    </message>
    <message>
        <source>The stored data cannot be read or written.</source>
        <translation>The stored data cannot be read or written.</translation>
    </message>
    <message>
        <source>This change is not waiting any more.</source>
        <translation>This change is not waiting any more.</translation>
    </message>
    <message>
        <source>The file is not waiting to be sent.</source>
        <translation>The file is not waiting to be sent.</translation>
    </message>
    <message>
        <source>There is not enough memory to check the passphrase.</source>
        <translation>There is not enough memory to check the passphrase.</translation>
    </message>
    <message>
        <source>The cipher library cannot start.</source>
        <translation>The cipher library cannot start.</translation>
    </message>
    <message>
        <source>Use at least ten characters for the passphrase.</source>
        <translation>Use at least ten characters for the passphrase.</translation>
    </message>
    <message>
        <source>The key file cannot be read.</source>
        <translation>The key file cannot be read.</translation>
    </message>
    <message>
        <source>The key file is damaged.</source>
        <translation>The key file is damaged.</translation>
    </message>
    <message>
        <source>This is not the right passphrase.</source>
        <translation>This is not the right passphrase.</translation>
    </message>
    <message>
        <source>The key file cannot be written.</source>
        <translation>The key file cannot be written.</translation>
    </message>
    <message>
        <source>The key file cannot be removed.</source>
        <translation>The key file cannot be removed.</translation>
    </message>
    <message>
        <source>This data was written by a newer version of ChatOps Desktop. Update the program to open it; nothing was changed.</source>
        <translation>This data was written by a newer version of ChatOps Desktop. Update the program to open it; nothing was changed.</translation>
    </message>
    <message>
        <source>The database library does not encrypt. Nothing was stored.</source>
        <translation>The database library does not encrypt. Nothing was stored.</translation>
    </message>
    <message>
        <source>The account is closed.</source>
        <translation>The account is closed.</translation>
    </message>
    <message>
        <source>The damaged file cannot be moved out of the way.</source>
        <translation>The damaged file cannot be moved out of the way.</translation>
    </message>
    <message>
        <source>Not every file of the account could be removed.</source>
        <translation>Not every file of the account could be removed.</translation>
    </message>
    <message>
        <source>The account is being closed.</source>
        <translation>The account is being closed.</translation>
    </message>
    <message>
        <source>The file cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file with your unsent changes cannot be put in its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings of your organisation for this computer cannot be read (%1). Until they can, everything optional is off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no picture of the right kind and size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An earlier change could not be stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These messages have changed meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatOps::AccessPage</name>
    <message>
        <source>Access by others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who can see what you write, and what administrators did with your data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who can see it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody in the workspace but guests, who see the channels they are in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private channels, direct messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks and events with a channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The members of that channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks and events without one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever is named in them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody in the workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choices, requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You, and the privacy contacts for requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever runs the server has the key of its database. What they do through the program&apos;s commands with the data of one person stands below; what they do outside of it cannot be seen here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A request was read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A request was answered or written about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name and address were passed on, as you allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An export was made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A field of the profile was set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new password was set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account was closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A legal hold was placed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A legal hold was released</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile was read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a deletion would remove was counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This log was read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The role was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A message was written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time was extended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The restriction was lifted</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatOps::AccountSession</name>
    <message>
        <source>the system&apos;s keychain</source>
        <translation>the system&apos;s keychain</translation>
    </message>
    <message>
        <source>a file sealed with your passphrase</source>
        <translation>a file sealed with your passphrase</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>memory</translation>
    </message>
    <message>
        <source>The stored copy of the workspace was damaged. It was set aside and is loaded anew from the server; what you had not sent yet is kept.</source>
        <translation>The stored copy of the workspace was damaged. It was set aside and is loaded anew from the server; what you had not sent yet is kept.</translation>
    </message>
    <message>
        <source>the key is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both files with your unsent changes were damaged and were set aside: %1. Changes that had not reached the server may be missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file with your unsent changes was damaged and was set aside: %1. Its copy is whole; nothing is missing. The disk of this computer may be failing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not every file of the account could be removed.</source>
        <translation>Not every file of the account could be removed.</translation>
    </message>
    <message>
        <source>The key of this account is not in the keychain, so what is stored here cannot be read. Sign in again to load it anew; what is stored stays until you destroy it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session is kept in the keychain again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Until then this session is in memory only: after the next start you would have to sign in again. What is stored here is not touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished">Try again</translation>
    </message>
    <message>
        <source>The stored copy of the workspace is damaged and cannot be set aside without its key: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatOps::ActivityPage</name>
    <message>
        <source>Signed in on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export of everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export of what you provided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message written, changed or reacted to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task made or changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event made, changed or answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel made or changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Membership of a channel changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read marker moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Privacy choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request about your data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notice read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preference set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you did</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the server has recorded of your own doings, the newest first. It is read out of sessions, exports and the log that keeps your devices in step, and ends where they do; nothing is recorded for this page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is on the server. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatOps::AgendaDelegate</name>
    <message>
        <source>not answered</source>
        <translation>not answered</translation>
    </message>
    <message>
        <source>waiting to be sent</source>
        <translation>waiting to be sent</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>time, time zone</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatOps::AnnouncementBand</name>
    <message>
        <source>Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Security</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your data may be affected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product news, as you chose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tip, as you chose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event, as you chose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Survey, as you chose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No more of these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have read it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>ChatOps::BrowseChannelsDialog</name>
    <message>
        <source>There is no other public channel.</source>
        <translation>There is no other public channel.</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Join</translation>
    </message>
    <message>
        <source>Browse channels</source>
        <translation>Browse channels</translation>
    </message>
    <message>
        <source>Name or topic</source>
        <translation>Name or topic</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Channels</translation>
    </message>
    <message numerus="yes">
        <source>suggested: %n people you share channels with</source>
        <translation>
            <numerusform>suggested: %n person you share channels with</numerusform>
            <numerusform>suggested: %n people you share channels with</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChatOps::ChangesDialog</name>
    <message>
        <source>On the server now</source>
        <translation>On the server now</translation>
    </message>
    <message>
        <source>Nothing is waiting. Every change is on the server.</source>
        <translation>Nothing is waiting. Every change is on the server.</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Copy text</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>Changes on their way</source>
        <translation>Changes on their way</translation>
    </message>
    <message>
        <source>Your text</source>
        <translation>Your text</translation>
    </message>
    <message>
        <source>Text on the server</source>
        <translation>Text on the server</translation>
    </message>
    <message>
        <source>It is sent as soon as the server can be reached.</source>
        <translation>It is sent as soon as the server can be reached.</translation>
    </message>
    <message>
        <source>Send mine over it</source>
        <translation>Send mine over it</translation>
    </message>
    <message>
        <source>Keep theirs</source>
        <translation>Keep theirs</translation>
    </message>
</context>
<context>
    <name>ChatOps::ChangesList</name>
    <message>
        <source>Message: %1</source>
        <translation>Message: %1</translation>
    </message>
    <message>
        <source>Changed message: %1</source>
        <translation>Changed message: %1</translation>
    </message>
    <message>
        <source>Deleted message</source>
        <translation>Deleted message</translation>
    </message>
    <message>
        <source>Reaction %1</source>
        <translation>Reaction %1</translation>
    </message>
    <message>
        <source>New task: %1</source>
        <translation>New task: %1</translation>
    </message>
    <message>
        <source>Changed task</source>
        <translation>Changed task</translation>
    </message>
    <message>
        <source>Changed task: %1</source>
        <translation>Changed task: %1</translation>
    </message>
    <message>
        <source>Deleted task</source>
        <translation>Deleted task</translation>
    </message>
    <message>
        <source>New event: %1</source>
        <translation>New event: %1</translation>
    </message>
    <message>
        <source>Changed event</source>
        <translation>Changed event</translation>
    </message>
    <message>
        <source>Changed event: %1</source>
        <translation>Changed event: %1</translation>
    </message>
    <message>
        <source>Deleted event</source>
        <translation>Deleted event</translation>
    </message>
    <message>
        <source>Answer to an event</source>
        <translation>Answer to an event</translation>
    </message>
    <message>
        <source>Read marker</source>
        <translation>Read marker</translation>
    </message>
    <message>
        <source>New channel: %1</source>
        <translation>New channel: %1</translation>
    </message>
    <message>
        <source>Changed channel</source>
        <translation>Changed channel</translation>
    </message>
    <message>
        <source>Joining a channel</source>
        <translation>Joining a channel</translation>
    </message>
    <message>
        <source>Leaving a channel</source>
        <translation>Leaving a channel</translation>
    </message>
    <message>
        <source>Adding somebody to a channel</source>
        <translation>Adding somebody to a channel</translation>
    </message>
    <message>
        <source>Removing somebody from a channel</source>
        <translation>Removing somebody from a channel</translation>
    </message>
    <message>
        <source>New direct message</source>
        <translation>New direct message</translation>
    </message>
    <message>
        <source>Somebody else changed the text first. Both versions are kept; choose which one stays.</source>
        <translation>Somebody else changed the text first. Both versions are kept; choose which one stays.</translation>
    </message>
    <message>
        <source>It no longer exists, or you cannot see it.</source>
        <translation>It no longer exists, or you cannot see it.</translation>
    </message>
    <message>
        <source>You are not allowed to do this.</source>
        <translation>You are not allowed to do this.</translation>
    </message>
    <message>
        <source>You, or somebody named in it, are not in this channel.</source>
        <translation>You, or somebody named in it, are not in this channel.</translation>
    </message>
    <message>
        <source>This channel is archived.</source>
        <translation>This channel is archived.</translation>
    </message>
    <message>
        <source>This exists already.</source>
        <translation>This exists already.</translation>
    </message>
    <message>
        <source>The server did not accept its form or length.</source>
        <translation>The server did not accept its form or length.</translation>
    </message>
    <message>
        <source>%1, waiting</source>
        <translation>%1, waiting</translation>
    </message>
    <message>
        <source>Privacy choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request to the organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message in a request: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer to a request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This workspace has no marketing at all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your organisation provided this; ask for a correction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This request is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first month is over; an extension had to be told within it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An objection to marketing cannot be refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed preference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You began this in a conversation you are no longer in. It was not sent. If you come back, it is in the message field again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begun: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatOps::ChannelListModel</name>
    <message>
        <source>Notes to yourself</source>
        <translation>Notes to yourself</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Unread</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Channels</translation>
    </message>
    <message>
        <source>Direct messages</source>
        <translation>Direct messages</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
    <message>
        <source>draft</source>
        <translation>draft</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>not sent yet</translation>
    </message>
    <message>
        <source>muted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>here now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>direct message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>private channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n mention you</source>
        <translation>
            <numerusform>%n mentions you</numerusform>
            <numerusform>%n mention you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChatOps::ChannelsPane</name>
    <message>
        <source>Channels and direct messages</source>
        <translation>Channels and direct messages</translation>
    </message>
    <message>
        <source>New channel or message</source>
        <translation>New channel or message</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Members</translation>
    </message>
    <message>
        <source>Search in this channel</source>
        <translation>Search in this channel</translation>
    </message>
    <message>
        <source>More about this channel</source>
        <translation>More about this channel</translation>
    </message>
    <message>
        <source>Close thread</source>
        <translation>Close thread</translation>
    </message>
    <message>
        <source>Thread</source>
        <translation>Thread</translation>
    </message>
    <message>
        <source>Message %1</source>
        <translation>Message %1</translation>
    </message>
    <message>
        <source>Message #%1</source>
        <translation>Message #%1</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Reply</translation>
    </message>
    <message>
        <source>Loading the workspace</source>
        <translation>Loading the workspace</translation>
    </message>
    <message>
        <source>This takes a moment the first time.</source>
        <translation>This takes a moment the first time.</translation>
    </message>
    <message>
        <source>You are in no channel yet</source>
        <translation>You are in no channel yet</translation>
    </message>
    <message>
        <source>Channels are where people talk about one thing. Join one, or make your own.</source>
        <translation>Channels are where people talk about one thing. Join one, or make your own.</translation>
    </message>
    <message>
        <source>Browse channels</source>
        <translation>Browse channels</translation>
    </message>
    <message>
        <source>Choose a channel</source>
        <translation>Choose a channel</translation>
    </message>
    <message>
        <source>Pick one at the side, or press Ctrl+K and type its name.</source>
        <translation>Pick one at the side, or press Ctrl+K and type its name.</translation>
    </message>
    <message>
        <source>Open the first one</source>
        <translation>Open the first one</translation>
    </message>
    <message>
        <source>Not sent to the server yet</source>
        <translation>Not sent to the server yet</translation>
    </message>
    <message numerus="yes">
        <source>%n members</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete message</source>
        <translation>Delete message</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>New channel</source>
        <translation>New channel</translation>
    </message>
    <message>
        <source>New direct message</source>
        <translation>New direct message</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Mark as read</translation>
    </message>
    <message>
        <source>Leave channel</source>
        <translation>Leave channel</translation>
    </message>
    <message>
        <source>You are no longer in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This channel is archived: it can be read, but not written in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mute: only mentions count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow: every message counts as a mention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you had begun to write there is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been loaded yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation type="unfinished">Retry now</translation>
    </message>
    <message>
        <source>Delete your message for everybody? It cannot be brought back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the message of %1 for everybody? It cannot be brought back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatOps::ComplaintPage</name>
    <message>
        <source>Complaint and feedback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can write to your organisation first, but you need not: the supervisory authority hears you at any time, free of charge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the authority&apos;s page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supervisory authority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complain to your organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do you think of the policy and this page?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your complaint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your feedback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>Your complaint is among your requests, with the day it has to be answered by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thank you. It is among your requests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody here is too young</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short name of the person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This person seems to be too young: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your report is among your requests. The privacy contact checks it and deletes the account if it is so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>This workspace is for people from %n year(s) on. The privacy contact checks a report and deletes the account if it is right.</source>
        <translation>
            <numerusform>This workspace is for people from %n year on. The privacy contact checks a report and deletes the account if it is right.</numerusform>
            <numerusform>This workspace is for people from %n years on. The privacy contact checks a report and deletes the account if it is right.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChatOps::Composer</name>
    <message>
        <source>Send</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>Message text</source>
        <translation>Message text</translation>
    </message>
    <message>
        <source>Editing a message. Esc keeps it as it was.</source>
        <translation>Editing a message. Esc keeps it as it was.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>People to mention</source>
        <translation>People to mention</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>Bold</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>Italic</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Emoji</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>Attach a file</translation>
    </message>
    <message>
        <source>A message has at most %L1 characters; this one has %L2. Nothing was sent.</source>
        <translation>A message has at most %L1 characters; this one has %L2. Nothing was sent.</translation>
    </message>
    <message numerus="yes">
        <source>A message carries at most %n files.</source>
        <translation>
            <numerusform>A message carries at most %n file.</numerusform>
            <numerusform>A message carries at most %n files.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 cannot be read: %2</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 is empty.</translation>
    </message>
    <message>
        <source>%1 is larger than %2, the most a message can carry.</source>
        <translation>%1 is larger than %2, the most a message can carry.</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Remove %1</translation>
    </message>
    <message>
        <source>That text has %L1 characters; a message has at most %L2. Attach it as a file instead.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatOps::ConfirmDialog</name>
    <message>
        <source>Your password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>The password is not right.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatOps::ConsentQuestion</name>
    <message>
        <source>Reject all optional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cookies and analytics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one by one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close; this means no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May this program store more on this computer than it needs? It is about: %1. It works the same if you say no.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatOps::Controller</name>
    <message>
        <source>Signing in</source>
        <translation>Signing in</translation>
    </message>
    <message>
        <source>Preparing the encrypted store</source>
        <translation>Preparing the encrypted store</translation>
    </message>
    <message>
        <source>Checking the passphrase</source>
        <translation>Checking the passphrase</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>Add an account</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Sign out</translation>
    </message>
    <message>
        <source>Sign out of %1 on this computer?</source>
        <translation>Sign out of %1 on this computer?</translation>
    </message>
    <message>
        <source>The session on the server ends, and the key and everything stored here are destroyed. Nothing on the server is deleted.</source>
        <translation>The session on the server ends, and the key and everything stored here are destroyed. Nothing on the server is deleted.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) have not reached the server and would be lost.</source>
        <translation>
            <numerusform>%n change has not reached the server and would be lost.</numerusform>
            <numerusform>%n changes have not reached the server and would be lost.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Stay</translation>
    </message>
    <message>
        <source>Everything on this computer was destroyed, but the server could not be told: %1 It ends the session by itself; to end it now, change your password.</source>
        <translation>Everything on this computer was destroyed, but the server could not be told: %1 It ends the session by itself; to end it now, change your password.</translation>
    </message>
    <message>
        <source>The workspace removed this account from this computer. What was stored here was destroyed.</source>
        <translation>The workspace removed this account from this computer. What was stored here was destroyed.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session&apos;s secret is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the server who is responsible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key and everything on this computer are destroyed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was stored on this computer for this account was found and taken up again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>This computer holds the encrypted data of %n account(s) that are not in the list any more.</source>
        <translation>
            <numerusform>This computer holds the encrypted data of %n account that is not in the list any more.</numerusform>
            <numerusform>This computer holds the encrypted data of %n accounts that are not in the list any more.</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatOps::CookiesPage</name>
    <message>
        <source>You chose this on %1, for policy version %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You chose this on %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switched off by your organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cookies and analytics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing optional is stored until you switch it on. Switching it off deletes what that category had stored on this device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject all optional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strictly necessary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is stored here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your choices over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next report, exactly as it is sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is counted, and nothing will be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages of your server that set cookies:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>necessary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until you sign out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cookies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message numerus="yes">
        <source>Keeps you signed in, your copy encrypted and your settings. %n cookie(s), kept until you sign out.</source>
        <translation>
            <numerusform>Keeps you signed in, your copy encrypted and your settings. %n cookie, kept until you sign out.</numerusform>
            <numerusform>Keeps you signed in, your copy encrypted and your settings. %n cookies, kept until you sign out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stored.</source>
        <translation>
            <numerusform>%n stored.</numerusform>
            <numerusform>%n stored.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your data is restricted since %1: only what you switch on after that counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have chosen nothing on this page yet. Until you do, all of it is off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was counted since the last report.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatOps::Countries</name>
    <message>
        <source>Austria</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belgium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bulgaria</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switzerland</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cyprus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Czechia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Germany</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Denmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estonia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finland</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>France</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>United Kingdom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greece</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Croatia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hungary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ireland</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iceland</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Italy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Liechtenstein</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lithuania</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Luxembourg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latvia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Malta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Netherlands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Norway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Poland</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portugal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Romania</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sweden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slovenia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slovakia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Argentina</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Australia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brazil</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Canada</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>China</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>India</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Israel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Japan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New Zealand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Singapore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>South Africa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>South Korea</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ukraine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>United States</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uruguay</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatOps::CropDialog</name>
    <message>
        <source>Part of the picture; the arrow keys move it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the picture until the right part is in the circle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished">Cancel</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatOps::DeletePage</name>
    <message>
        <source>A hash of your address, so that nobody writes to it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of the organisation&apos;s work: your name goes, the content stays. The workspace decides that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your account, and the key of what is on this computer, are destroyed at once. The server erases the rest within minutes, and every other device at its next contact. A signed receipt tells what was done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete account…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would go and what would stay is on the server. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held for legal reasons until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held for legal reasons, until that is released</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reason may not be told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your wish is kept as a request and carried out when the hold ends. You can complain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stays, and why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Devices signed in: %1. Backups of the server lose what is erased within %n day(s).</source>
        <translation>
            <numerusform>Devices signed in: %1. Backups of the server lose what is erased within %n day.</numerusform>
            <numerusform>Devices signed in: %1. Backups of the server lose what is erased within %n days.</numerusform>
        </translation>
    </message>
    <message>
        <source>What you have not sent yet is on this computer only, and goes with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete your account in %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be undone, by nobody: the key of your data is destroyed first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete for ever</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memberships in channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are the only owner of this workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Afterwards nobody in it can appoint people or answer requests. Whoever runs the server can make somebody else an owner before: chatops-server user role NAME owner.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatOps::DeskPage</name>
    <message>
        <source>Requests to answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are a privacy contact of this workspace. What people ask comes here, the most urgent first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has asked for anything.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatOps::DetailPanel</name>
    <message>
        <source>Unsaved changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you wrote here is not saved yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatOps::EventModel</name>
    <message>
        <source>All day</source>
        <translation>All day</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>times</comment>
        <translation>%1 to %2</translation>
    </message>
    <message>
        <source>%1 to %2, %3</source>
        <comment>time, time, date</comment>
        <translation>%1 to %2, %3</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>title, date, times</comment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>not sent yet</translation>
    </message>
</context>
<context>
    <name>ChatOps::EventPanel</name>
    <message>
        <source>accepted</source>
        <translation>accepted</translation>
    </message>
    <message>
        <source>maybe</source>
        <translation>maybe</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>declined</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>no answer yet</translation>
    </message>
    <message>
        <source>All day</source>
        <translation>All day</translation>
    </message>
    <message>
        <source>Attendees</source>
        <translation>Attendees</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Delete event</source>
        <translation>Delete event</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Event</translation>
    </message>
    <message>
        <source>Close event</source>
        <translation>Close event</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Accept</translation>
    </message>
    <message>
        <source>Maybe</source>
        <translation>Maybe</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Decline</translation>
    </message>
    <message>
        <source>What is it about?</source>
        <translation>What is it about?</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>End</source>
        <translation>End</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Time zone</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>This time zone is not known.</source>
        <translation>This time zone is not known.</translation>
    </message>
    <message>
        <source>The end must be after the start.</source>
        <translation>The end must be after the start.</translation>
    </message>
    <message>
        <source>For you: %1</source>
        <translation>For you: %1</translation>
    </message>
    <message>
        <source>Nobody else: only the attendees</source>
        <translation>Nobody else: only the attendees</translation>
    </message>
    <message>
        <source>organizer</source>
        <translation>organizer</translation>
    </message>
    <message>
        <source>Create event</source>
        <translation>Create event</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>Save changes</translation>
    </message>
    <message>
        <source>Delete this event for everybody?</source>
        <translation>Delete this event for everybody?</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Only %1 or an admin can change this event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This event was deleted while you were changing it. What you wrote can be saved as a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clocks go forward then: it starts at %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatOps::EventsPane</name>
    <message>
        <source>Events</source>
        <translation>Events</translation>
    </message>
    <message>
        <source>New event</source>
        <translation>New event</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>Tasks with a due time</source>
        <translation>Tasks with a due time</translation>
    </message>
    <message>
        <source>Week before</source>
        <translation>Week before</translation>
    </message>
    <message>
        <source>Week after</source>
        <translation>Week after</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Week</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 to %2</translation>
    </message>
    <message>
        <source>d</source>
        <comment>day of a week&apos;s start in the same month</comment>
        <translation>d</translation>
    </message>
    <message>
        <source>Nothing planned</source>
        <translation>Nothing planned</translation>
    </message>
    <message>
        <source>Loading events</source>
        <translation>Loading events</translation>
    </message>
    <message>
        <source>Events of your channels and your invitations appear here.</source>
        <translation>Events of your channels and your invitations appear here.</translation>
    </message>
    <message>
        <source>Waiting for your reply</source>
        <translation>Waiting for your reply</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <comment>date of an invitation, as QLocale writes it</comment>
        <translation>ddd d MMM</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Accept</translation>
    </message>
    <message>
        <source>Maybe</source>
        <translation>Maybe</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Decline</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>date of a week&apos;s end, as QLocale writes it</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>date of a week&apos;s start</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatOps::ExportPage</name>
    <message>
        <source>What you provided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything held about you</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>Export your data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A copy of what is kept about you, on the server and on this computer, in formats other programs read: JSON for all of it, iCalendar for events and tasks, vCard for your profile, your files as they are, and a page you can open in a browser.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything held about me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What I provided, to take along to another service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Other people appear by their short names only; what is theirs is not in it. The server keeps its part for seven days, sealed, or until you delete it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check a pack…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take over a pack from another server…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check a pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data exports (*.zip)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A ticket lets another server hand over a pack that becomes yours here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ticket, valid for one hour: %1
Give it to the other program under “Send to another server”. Only a workspace without messages takes a pack.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm that it is you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The export holds everything you wrote here. The password makes sure that nobody else takes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing your export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server writes: %1 of about %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching your export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes on where it was. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking, and adding what this computer holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your export is there, and every byte was checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n element(s)</source>
        <translation>
            <numerusform>%n element</numerusform>
            <numerusform>%n elements</numerusform>
        </translation>
    </message>
    <message>
        <source>The export did not work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier exports, still on the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2. Deleted there in %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did not work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is being made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: export of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send to another server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>This server sends the pack to the other one; it does not pass through this computer. The ticket is made there, on the page Export your data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the other server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything in the pack goes to that server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>It has arrived: %n message(s) are on the other server.</source>
        <translation>
            <numerusform>It has arrived: %n message is on the other server.</numerusform>
            <numerusform>It has arrived: %n messages are on the other server.</numerusform>
        </translation>
    </message>
    <message>
        <source>Checking %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Every byte is as it was made, and the signature is this server&apos;s: %n file(s).</source>
        <translation>
            <numerusform>Every byte is as it was made, and the signature is this server&apos;s: %n file.</numerusform>
            <numerusform>Every byte is as it was made, and the signature is this server&apos;s: %n files.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not connected: the server makes the export, so it can begin when there is a connection.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatOps::ExportRun</name>
    <message>
        <source>The export cannot be written there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s part arrived damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 arrived damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this computer holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the server holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server could not make the export. Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server sent nothing.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatOps::ExtrasPage</name>
    <message>
        <source>Extras</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Features that need more data than the program itself. All are off until you switch them on, and everything else works the same without.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Daily</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weekly</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatOps::Farewell</name>
    <message>
        <source>The server has begun to erase it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the receipt…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your account in %1 is deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt number: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Save the receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipts (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The server has erased %n element(s). Its backups lose them by %1.</source>
        <translation>
            <numerusform>The server has erased %n element. Its backups lose it by %1.</numerusform>
            <numerusform>The server has erased %n elements. Its backups lose them by %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server is erasing: %n element(s) so far.</source>
        <translation>
            <numerusform>The server is erasing: %n element so far.</numerusform>
            <numerusform>The server is erasing: %n elements so far.</numerusform>
        </translation>
    </message>
    <message>
        <source>Devices that have confirmed that they hold nothing any more: %1 of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receipt could not be written: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatOps::HubBackend</name>
    <message>
        <source>This is on the server only, and the server cannot be reached now.</source>
        <translation>This is on the server only, and the server cannot be reached now.</translation>
    </message>
    <message>
        <source>This is no page of the server.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatOps::KeychainVault</name>
    <message>
        <source>The system&apos;s keychain is not available.</source>
        <translation>The system&apos;s keychain is not available.</translation>
    </message>
    <message>
        <source>The system&apos;s keychain is locked. Unlock it, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatOps::LedgerPage</name>
    <message>
        <source>Allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your choices over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save receipts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No choice has been recorded yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n entries, all sound.</source>
        <translation>
            <numerusform>One entry, sound.</numerusform>
            <numerusform>%n entries, all sound.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Something is wrong with %n entries; they are marked below.</source>
        <translation>
            <numerusform>Something is wrong with one entry; it is marked below.</numerusform>
            <numerusform>Something is wrong with %n entries; they are marked below.</numerusform>
        </translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save receipts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every choice you made, on any device. Each entry names the one before it and is signed by the server, so that a changed or missing entry shows. Checked on this computer, without asking the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older entries are in the receipts, which hold all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I know why; go on from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>This computer has seen %n entries, and the last of them is not among those the server gives now. That happens when a server is restored from a backup; it should not happen otherwise. Ask your privacy contact.</source>
        <translation>
            <numerusform>This computer has seen %n entry, and it is not among those the server gives now. That happens when a server is restored from a backup; it should not happen otherwise. Ask your privacy contact.</numerusform>
            <numerusform>This computer has seen %n entries, and the last of them is not among those the server gives now. That happens when a server is restored from a backup; it should not happen otherwise. Ask your privacy contact.</numerusform>
        </translation>
    </message>
    <message>
        <source>The server signs with another key than before. That happens when a server is set up anew; it should not happen otherwise. Ask your privacy contact.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatOps::LeftoversDialog</name>
    <message>
        <source>Take it up again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Destroy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These encrypted stores belong to accounts that are not in the list any more. Nothing of them is sent anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>account, size</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown account</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) that never reached the server are lost with it.</source>
        <translation>
            <numerusform>%n change that never reached the server is lost with it.</numerusform>
            <numerusform>%n changes that never reached the server are lost with it.</numerusform>
        </translation>
    </message>
    <message>
        <source>Destroy what was left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Destroy the key and the stored data of %1 on this computer?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an unknown account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain is locked: whether it can be read is not known. Unlock it and open this again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its key is not in the keychain. Nobody can read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) in it never reached the server.</source>
        <translation>
            <numerusform>%n change in it never reached the server.</numerusform>
            <numerusform>%n changes in it never reached the server.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign in to that account, and it is taken up again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything in it is on the server.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatOps::MainWindow</name>
    <message>
        <source>%1 – ChatOps Desktop</source>
        <translation>%1 – ChatOps Desktop</translation>
    </message>
    <message>
        <source>Your change could not be kept: %1</source>
        <translation>Your change could not be kept: %1</translation>
    </message>
    <message>
        <source>That message is not on this computer.</source>
        <translation>That message is not on this computer.</translation>
    </message>
    <message>
        <source>You are not in %1 yet. Use Browse channels to join it.</source>
        <translation>You are not in %1 yet. Use Browse channels to join it.</translation>
    </message>
    <message>
        <source>Open link</source>
        <translation>Open link</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Save file</source>
        <translation>Save file</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Saved as %1</translation>
    </message>
    <message>
        <source>The file could not be saved: %1</source>
        <translation>The file could not be saved: %1</translation>
    </message>
    <message>
        <source>A change was refused. Its text is kept; the status line below lists it with the reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your change could not be written to this computer: %1 It stays in the list of changes, which the status line opens, until the program ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes that were not written</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) could not be written to this computer and would be lost.</source>
        <translation>
            <numerusform>%n change could not be written to this computer and would be lost.</numerusform>
            <numerusform>%n changes could not be written to this computer and would be lost.</numerusform>
        </translation>
    </message>
    <message>
        <source>Make room on the disk, then try again from the list of changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lose them and go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a message about your request “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This link is not opened: only addresses of web pages and of mail are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a mail to this address?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open this address of %1 in the browser?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatOps::MarketingPage</name>
    <message>
        <source>Marketing messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Announcements in this window, each topic by itself, none until you choose it. Notices about security, outages and your own requests are not marketing and come in any case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop all marketing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This workspace has no marketing at all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is passed on to anybody for their marketing unless the last switch is on, and this program has no advertising.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the address that your organisation put into your profile; without one nothing is sent. Each mail has a link that ends its kind with one click, and the switch here follows.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatOps::MembersDialog</name>
    <message>
        <source>guest</source>
        <translation>guest</translation>
    </message>
    <message>
        <source>Members of %1</source>
        <translation>Members of %1</translation>
    </message>
    <message>
        <source>Only the people in it see this conversation.</source>
        <translation>Only the people in it see this conversation.</translation>
    </message>
    <message>
        <source>Only members see this channel.</source>
        <translation>Only members see this channel.</translation>
    </message>
    <message>
        <source>Everybody in the workspace may join this channel.</source>
        <translation>Everybody in the workspace may join this channel.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Members</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Add somebody</source>
        <translation>Add somebody</translation>
    </message>
    <message>
        <source>Add to the channel</source>
        <translation>Add to the channel</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation type="unfinished">Remove %1</translation>
    </message>
    <message>
        <source>Message %1</source>
        <translation type="unfinished">Message %1</translation>
    </message>
    <message>
        <source>Remove from the channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1 from %2?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The channel leaves their devices at once. They see it again when somebody adds them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The channel leaves their devices at once. They may join it again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatOps::NewChannelDialog</name>
    <message>
        <source>Private: only its members see it</source>
        <translation>Private: only its members see it</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Create</translation>
    </message>
    <message>
        <source>New channel</source>
        <translation>New channel</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Topic, if any</source>
        <translation>Topic, if any</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>ChatOps::NoticeBand</name>
    <message>
        <source>Dismiss</source>
        <translation>Dismiss</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatOps::NoticesPage</name>
    <message>
        <source>Notices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What your organisation and whoever runs the server have told you, the newest first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, read on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, not read yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None so far.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatOps::OverviewPage</name>
    <message>
        <source>data protection: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privacy</translation>
    </message>
    <message>
        <source>What is held about you, what you allowed, and what you can ask for. Each line leads to its page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For what you write: your organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For your account: who runs the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is responsible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your server has not said so. Ask whoever gave you its address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>On this computer</translation>
    </message>
    <message>
        <source>The store is NOT encrypted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in %2, encrypted; the key is in %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>One message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is written to the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing optional.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
    <message>
        <source>the next answer is due by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Privacy policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1, in force since %2. %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being measured…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatOps::PageDialog</name>
    <message>
        <source>Page of your server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatOps::PeopleDirectory</name>
    <message>
        <source>Deleted account</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatOps::PeopleField</name>
    <message>
        <source>Remove %1</source>
        <translation>Remove %1</translation>
    </message>
    <message>
        <source>Add somebody</source>
        <translation>Add somebody</translation>
    </message>
</context>
<context>
    <name>ChatOps::PersonField</name>
    <message>
        <source>Nobody</source>
        <translation>Nobody</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Nobody yet</translation>
    </message>
</context>
<context>
    <name>ChatOps::PickPersonDialog</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>People found</source>
        <translation>People found</translation>
    </message>
</context>
<context>
    <name>ChatOps::PolicyPage</name>
    <message>
        <source>Privacy policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has not sent a policy yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published on %1, in force from %2. %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation>More</translation>
    </message>
    <message>
        <source>More on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is the same.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatOps::PrivacyPane</name>
    <message>
        <source>Privacy</source>
        <translation>Privacy</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>On this computer</translation>
    </message>
    <message>
        <source>Pages of the privacy centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you allow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marketing messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cookies and analytics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your choices over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retention and recipients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Privacy policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests and rights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complaint and feedback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests to answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extras</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access by others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you did</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you can do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export your data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notices</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatOps::ProfilePage</name>
    <message>
        <source>Pronouns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Department</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Time zone</translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name and short name are needed, so that others know who writes. Everything below may stay empty; the program works the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for a correction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provided by your organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provided by you; seen by everybody in the workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (needed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>@%1 (needed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished">Remove</translation>
    </message>
    <message>
        <source>It is still right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen by everybody in the workspace. Without one your initials are shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.bmp *.gif *.webp)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is no picture that can be read, or it is too small.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture cannot be made small enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time zone %1 is not known. Write one such as Europe/Helsinki, or leave it empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You last looked at this on %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correction asked for on %1; waiting to be checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not an e-mail address. Write one such as name@example.org, or leave it empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a telephone number. Write one such as +358 9 1234567, or leave it empty.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatOps::Purposes</name>
    <message>
        <source>Product analytics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marketing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product news</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Events</translation>
    </message>
    <message>
        <source>Surveys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is new in the product.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to get more out of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meetings and courses about it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions about how you like it. They count as marketing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measures whether announcements are opened. Shared with nobody. Switching it off forgets what has not been sent; the announcements you chose still come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previews of links</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggested channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show when you are here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary by e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passing on for marketing of others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product news by e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tips by e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events by e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surveys by e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts which features are used, without content. Sent as totals, kept as long as the page on retention says, and shown to your organisation only when enough people are in them. Switching it off forgets what has not been sent; totals sent before name nobody and stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remembers choices on pages the program opens for you, such as the size of the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows title and description of the page behind a link in a message. Your server fetches the page and learns which link it was; the other site learns nothing of you or this computer. Nothing is stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts channels first where people are with whom you share others. Your server computes it when you look for channels, and stores nothing. You can object at any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others in your workspace see whether this program is open. Known only while you are connected, and stored nowhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A mail that says how many messages you have not read, by channel, without content. Nothing is sent when you have read everything. It is no marketing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your organisation may give your name and e-mail address to others for their own marketing. Each time is written down under Access by others and in the register. What was passed on cannot be called back by this switch.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatOps::Rail</name>
    <message>
        <source>Panes</source>
        <translation>Panes</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Channels</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Events</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privacy</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Account of %1</source>
        <translation>Account of %1</translation>
    </message>
    <message>
        <source>Workspace %1, switch account</source>
        <translation>Workspace %1, switch account</translation>
    </message>
</context>
<context>
    <name>ChatOps::RailButton</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChatOps::RequestsPage</name>
    <message>
        <source>The data is not right, and it takes time to check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The use is not lawful, but I do not want the data deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I need the data for a legal claim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have objected, and it is not decided yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything that is held about you, and why. Much of it you can see in this window at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what is wrong and what is right. What you provided yourself you can change under Profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what should be deleted. What the law or a retention rule keeps is named in the answer, with the end of that time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your data stays stored, but is not used otherwise, on one of four grounds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Against a use that rests on a legitimate interest. Marketing you can stop by yourself, at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you provided, in a form that other programs read, for you or another server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes back a consent. The switches do the same at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell your organisation what went wrong. You can also go to the authority, before or after.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what is held about me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct something</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete something</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restrict the use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Object to a use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take my data along</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw a consent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written here; it is sent when there is a connection. The month begins when it arrives.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received on %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overdue since %1. You can complain to the authority.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>one day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
    <message>
        <source>Extended until %1: %2 (%3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be answered by %1 (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered on %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused on %1: %2 You can complain to the authority.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Privacy contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extend…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it takes up to two months longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refuse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why; the way to complain is added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests and rights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I want to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Because</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In your words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what is wrong and what is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is too long; %1 characters fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn by the person who asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask your organisation about your data. It answers within one month, free of charge; no document is asked for. What you write here offline is sent later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something else; I describe it below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what it is about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anything about your data that fits nothing else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restricted from %1 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objection not followed, %1. The grounds your organisation names: %2 You can complain to the authority.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>somebody who is too young</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the whole account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a problem with the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by mail, from the address in your profile; withdraw it if it is not yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the form of the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the restriction…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it ends; the person is told first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also by mail: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In any browser, without this program: the page /privacy of your server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished">Send</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished">Cancel</translation>
    </message>
    <message>
        <source>Nobody will answer this request then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your requests</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatOps::RetentionPage</name>
    <message>
        <source>Retention and recipients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has not sent its rules yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>one day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message>
        <source>as long as your account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Backups lose what was deleted after %n day(s).</source>
        <translation>
            <numerusform>Backups lose what was deleted after one day.</numerusform>
            <numerusform>Backups lose what was deleted after %n days.</numerusform>
        </translation>
    </message>
    <message>
        <source>standard contractual clauses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adequacy decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>international data transfer agreement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who works for your organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where the server is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disclosed, by law or because people allowed it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your organisation lists nobody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not sell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your organisation lists nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This program sells no data and has no function for it. Each request to the server carries the signal of Global Privacy Control (Sec-GPC: 1), which says that data of yours must be neither sold nor passed on. Passing on for marketing of others is off until you allow it, and then listed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long your workspace keeps each kind of data, and who gets any of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of the organisation&apos;s work; kept until deleted or the account is erased.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of the organisation&apos;s work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept with the message it belongs to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To show where you were signed in; from the last time it was used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To show you what administrators did with your data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Totals of feature use, if you chose to send them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To prove what you chose; kept as long as the account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To prove that requests were answered, for the time claims can be made; from the day they were closed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatOps::SearchModel</name>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Event</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
</context>
<context>
    <name>ChatOps::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Like the system</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>Reading size</source>
        <translation>Reading size</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Kept on this computer. A change of language takes effect at the next start.</source>
        <translation>Kept on this computer. A change of language takes effect at the next start.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>ChatOps::ShortcutsDialog</name>
    <message>
        <source>Keys</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>Find anything</translation>
    </message>
    <message>
        <source>Search here</source>
        <translation>Search here</translation>
    </message>
    <message>
        <source>Search everywhere</source>
        <translation>Search everywhere</translation>
    </message>
    <message>
        <source>Channels, tasks, events, privacy</source>
        <translation>Channels, tasks, events, privacy</translation>
    </message>
    <message>
        <source>New thing of the pane</source>
        <translation>New thing of the pane</translation>
    </message>
    <message>
        <source>Previous or next</source>
        <translation>Previous or next</translation>
    </message>
    <message>
        <source>Previous or next unread</source>
        <translation>Previous or next unread</translation>
    </message>
    <message>
        <source>Back and forward</source>
        <translation>Back and forward</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>Next part of the window</translation>
    </message>
    <message>
        <source>Edit your last message</source>
        <translation>Edit your last message</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>New line</source>
        <translation>New line</translation>
    </message>
    <message>
        <source>Close the panel, mark as read</source>
        <translation>Close the panel, mark as read</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>These keys</source>
        <translation>These keys</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Mark everything as read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatOps::Sidebar</name>
    <message>
        <source>New</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>Find anything</translation>
    </message>
</context>
<context>
    <name>ChatOps::SignInWindow</name>
    <message>
        <source>ChatOps Desktop</source>
        <translation>ChatOps Desktop</translation>
    </message>
    <message>
        <source>Work talk that stays yours</source>
        <translation>Work talk that stays yours</translation>
    </message>
    <message>
        <source>Channels, tasks and events side by side, with or without a network.</source>
        <translation>Channels, tasks and events side by side, with or without a network.</translation>
    </message>
    <message>
        <source>Nothing is contacted but the server you enter. No tracking, no advertising.</source>
        <translation>Nothing is contacted but the server you enter. No tracking, no advertising.</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>Server address</translation>
    </message>
    <message>
        <source>chat.example.org</source>
        <comment>an example of a server address</comment>
        <translation>chat.example.org</translation>
    </message>
    <message>
        <source>Invitation code</source>
        <translation>Invitation code</translation>
    </message>
    <message>
        <source>Your name, as others see it</source>
        <translation>Your name, as others see it</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Short name for signing in</source>
        <translation>Short name for signing in</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>No account yet? Your organisation gives you a server address and an invitation. To try it alone, start chatops-server on this computer.</source>
        <translation>No account yet? Your organisation gives you a server address and an invitation. To try it alone, start chatops-server on this computer.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Passphrase, at least ten characters</source>
        <translation>Passphrase, at least ten characters</translation>
    </message>
    <message>
        <source>Passphrase again</source>
        <translation>Passphrase again</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>The same again</translation>
    </message>
    <message>
        <source>Protect with this passphrase</source>
        <translation>Protect with this passphrase</translation>
    </message>
    <message>
        <source>Store nothing on this computer</source>
        <translation>Store nothing on this computer</translation>
    </message>
    <message>
        <source>The two passphrases differ.</source>
        <translation>The two passphrases differ.</translation>
    </message>
    <message>
        <source>Use at least ten characters for the passphrase.</source>
        <translation>Use at least ten characters for the passphrase.</translation>
    </message>
    <message>
        <source>Join with an invitation</source>
        <translation>Join with an invitation</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Join</translation>
    </message>
    <message>
        <source>I have an account</source>
        <translation>I have an account</translation>
    </message>
    <message>
        <source>I have an invitation</source>
        <translation>I have an invitation</translation>
    </message>
    <message>
        <source>Where shall the key be kept?</source>
        <translation>Where shall the key be kept?</translation>
    </message>
    <message>
        <source>%1 So there is no safe place for the key that protects what is stored here. Choose a passphrase, which you enter at every start, or store nothing: then everything is loaded anew each time, and what you write offline is lost when the program ends.</source>
        <translation>%1 So there is no safe place for the key that protects what is stored here. Choose a passphrase, which you enter at every start, or store nothing: then everything is loaded anew each time, and what you write offline is lost when the program ends.</translation>
    </message>
    <message>
        <source>Unlock %1</source>
        <translation>Unlock %1</translation>
    </message>
    <message>
        <source>What is stored on this computer is protected with your passphrase.</source>
        <translation>What is stored on this computer is protected with your passphrase.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Unlock</translation>
    </message>
    <message>
        <source>Use another account</source>
        <translation>Use another account</translation>
    </message>
    <message>
        <source>Please fill in: %1</source>
        <translation>Please fill in: %1</translation>
    </message>
    <message>
        <source>Nothing about you has been sent yet. Read this first; you can go back, and then nothing will be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this workspace says about your data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before you join %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Responsible for what you write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Responsible for your account</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>I am %n years old or older</source>
        <translation>
            <numerusform>I am one year old or older</numerusform>
            <numerusform>I am %n years old or older</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This workspace is for people of %n years and older.</source>
        <translation>
            <numerusform>This workspace is for people of one year and older.</numerusform>
            <numerusform>This workspace is for people of %n years and older.</numerusform>
        </translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is stored on this computer is encrypted; only you have the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished">Try again</translation>
    </message>
    <message>
        <source>%1 cannot be opened yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Nothing is lost: the account and everything you have not sent yet stay on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatOps::StandingBand</name>
    <message>
        <source>Look at it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is still right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your data is restricted since %1: it is kept, and used for nothing you have not allowed since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This program is version %1, and your workspace asks for %2 or newer. Please update it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entries are missing from the list of your choices that were here before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of your choices is signed with another key than before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You last looked at your profile on %1. Is it still right?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatOps::StatusLine</name>
    <message>
        <source>Not encrypted</source>
        <translation>Not encrypted</translation>
    </message>
    <message>
        <source>Encrypted on this computer</source>
        <translation>Encrypted on this computer</translation>
    </message>
    <message>
        <source>Nothing stored on this computer</source>
        <translation>Nothing stored on this computer</translation>
    </message>
    <message>
        <source>%1, key in %2</source>
        <translation>%1, key in %2</translation>
    </message>
    <message>
        <source>Messages are kept in memory until the program ends.</source>
        <translation>Messages are kept in memory until the program ends.</translation>
    </message>
    <message>
        <source>Synced</source>
        <translation>Synced</translation>
    </message>
    <message>
        <source>Syncing, %1 %</source>
        <translation>Syncing, %1 %</translation>
    </message>
    <message>
        <source>Syncing</source>
        <translation>Syncing</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Connecting</translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <translation>Offline since %1</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Retry now</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Signed out</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Sign in again</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Not connected</translation>
    </message>
    <message>
        <source>All changes saved on the server</source>
        <translation>All changes saved on the server</translation>
    </message>
    <message>
        <source>No changes waiting</source>
        <translation>No changes waiting</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) waiting to be sent</source>
        <translation>
            <numerusform>%n change waiting to be sent</numerusform>
            <numerusform>%n changes waiting to be sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n refused</numerusform>
            <numerusform>%n refused</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChatOps::StoreOutbox</name>
    <message>
        <source>An earlier change could not be stored.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatOps::StoredPage</name>
    <message>
        <source>Synchronisation and sign-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Events</translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Channels</translation>
    </message>
    <message>
        <source>Privacy: choices, requests, notices, policies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts of feature use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log of access by administrators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your choices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>On this computer</translation>
    </message>
    <message>
        <source>What this computer holds and whom it talks to, as measured now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store on this computer is not encrypted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation>Not encrypted</translation>
    </message>
    <message>
        <source>Nothing is written to the disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network since the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No host was contacted since the program started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why each item is here, and how long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needed: keeps you signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until you sign out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key of the store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needed: opens the encrypted copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy of what you may see</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needed: reading and searching without a network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until you sign out; what the server deletes goes here, too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drafts and unsent changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needed: nothing you wrote is lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until the server has them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings and the place you left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needed: appearance, language, coming back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until you change them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional: product analytics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be measured now: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in memory only, an hour at most; what cannot be sent then is dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reactions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your short name in what others wrote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far you have read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notices to you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail that waits to be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List of addresses that get no mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings kept with your account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatOps::SupportPage</name>
    <message>
        <source>Report a problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What goes to your organisation is exactly what stands here. Read it, and take out what you do not want to send.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About the program and this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished">Send</translation>
    </message>
    <message>
        <source>This is too long; %1 characters fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thank you. It is among your requests.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatOps::Switcher</name>
    <message>
        <source>Find anything</source>
        <translation>Find anything</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>Search in %1</source>
        <translation>Search in %1</translation>
    </message>
    <message>
        <source>Channel, person, task, event or words of a message</source>
        <translation>Channel, person, task, event or words of a message</translation>
    </message>
    <message>
        <source>Searches what is on this computer, also offline. Enter opens, Esc closes.</source>
        <translation>Searches what is on this computer, also offline. Enter opens, Esc closes.</translation>
    </message>
    <message>
        <source>Nothing found on this computer. Older messages are searched once you have scrolled to them.</source>
        <translation>Nothing found on this computer. Older messages are searched once you have scrolled to them.</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChatOps::TaskModel</name>
    <message>
        <source>To do</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>In progress</translation>
    </message>
    <message>
        <source>In review</source>
        <translation>In review</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>None</source>
        <comment>priority</comment>
        <translation>None</translation>
    </message>
    <message>
        <source>Low</source>
        <comment>priority</comment>
        <translation>Low</translation>
    </message>
    <message>
        <source>Normal</source>
        <comment>priority</comment>
        <translation>Normal</translation>
    </message>
    <message>
        <source>High</source>
        <comment>priority</comment>
        <translation>High</translation>
    </message>
    <message>
        <source>Today %1</source>
        <translation>Today %1</translation>
    </message>
    <message>
        <source>Tomorrow %1</source>
        <translation>Tomorrow %1</translation>
    </message>
    <message>
        <source>Yesterday %1</source>
        <translation>Yesterday %1</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <comment>date of a due task, as QLocale writes it</comment>
        <translation>ddd d MMM</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Assignee</source>
        <translation>Assignee</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>assigned to %1</source>
        <translation>assigned to %1</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>due %1</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>not sent yet</translation>
    </message>
</context>
<context>
    <name>ChatOps::TaskPanel</name>
    <message>
        <source>Assignee</source>
        <translation>Assignee</translation>
    </message>
    <message>
        <source>Open message</source>
        <translation>Open message</translation>
    </message>
    <message>
        <source>Create task</source>
        <translation>Create task</translation>
    </message>
    <message>
        <source>Delete task</source>
        <translation>Delete task</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>Close task</source>
        <translation>Close task</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>What is to be done?</source>
        <translation>What is to be done?</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>Has a due time</source>
        <translation>Has a due time</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Nobody else: only you and the assignee</source>
        <translation>Nobody else: only you and the assignee</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>New task</translation>
    </message>
    <message>
        <source>%1 asked for this, %2</source>
        <comment>name, time</comment>
        <translation>%1 asked for this, %2</translation>
    </message>
    <message>
        <source>Last changed %1</source>
        <translation>Last changed %1</translation>
    </message>
    <message>
        <source>A change is waiting to be sent.</source>
        <translation>A change is waiting to be sent.</translation>
    </message>
    <message>
        <source>A task needs a title.</source>
        <translation>A task needs a title.</translation>
    </message>
    <message>
        <source>Delete this task for everybody?</source>
        <translation>Delete this task for everybody?</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
</context>
<context>
    <name>ChatOps::TasksPane</name>
    <message>
        <source>Task lists</source>
        <translation>Task lists</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>New task</translation>
    </message>
    <message>
        <source>List</source>
        <translation>List</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Board</translation>
    </message>
    <message>
        <source>Tasks as a list</source>
        <translation>Tasks as a list</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n open</source>
        <translation>
            <numerusform>%1, %n open</numerusform>
            <numerusform>%1, %n open</numerusform>
        </translation>
    </message>
    <message>
        <source>Assigned to me</source>
        <translation>Assigned to me</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>Due today</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Created by me</source>
        <translation>Created by me</translation>
    </message>
    <message>
        <source>All tasks</source>
        <translation>All tasks</translation>
    </message>
    <message>
        <source>By channel</source>
        <translation>By channel</translation>
    </message>
    <message numerus="yes">
        <source>%n open tasks</source>
        <translation>
            <numerusform>%n open task</numerusform>
            <numerusform>%n open tasks</numerusform>
        </translation>
    </message>
    <message>
        <source>Loading tasks</source>
        <translation>Loading tasks</translation>
    </message>
    <message>
        <source>Nothing to do here</source>
        <translation>Nothing to do here</translation>
    </message>
    <message>
        <source>Tasks keep what was agreed from getting lost. Make one here, or from any message.</source>
        <translation>Tasks keep what was agreed from getting lost. Make one here, or from any message.</translation>
    </message>
</context>
<context>
    <name>ChatOps::TimelineModel</name>
    <message>
        <source>%1, %2, %3</source>
        <comment>author, time, text</comment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>message deleted</source>
        <translation>message deleted</translation>
    </message>
    <message numerus="yes">
        <source>%n replies</source>
        <translation>
            <numerusform>%n reply</numerusform>
            <numerusform>%n replies</numerusform>
        </translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>not sent yet</translation>
    </message>
    <message>
        <source>refused: %1</source>
        <translation>refused: %1</translation>
    </message>
</context>
<context>
    <name>ChatOps::TimelineView</name>
    <message>
        <source>React</source>
        <translation>React</translation>
    </message>
    <message>
        <source>Reply in thread</source>
        <translation>Reply in thread</translation>
    </message>
    <message>
        <source>Make a task</source>
        <translation>Make a task</translation>
    </message>
    <message>
        <source>Make an event</source>
        <translation>Make an event</translation>
    </message>
    <message>
        <source>More</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Newest messages</source>
        <translation>Newest messages</translation>
    </message>
    <message>
        <source>Show why it was not sent</source>
        <translation>Show why it was not sent</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Copy text</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Loading older messages</source>
        <translation>Loading older messages</translation>
    </message>
    <message>
        <source>This is where the conversation begins.</source>
        <translation>This is where the conversation begins.</translation>
    </message>
    <message>
        <source>Loading messages</source>
        <translation>Loading messages</translation>
    </message>
    <message>
        <source>The messages are not on this computer</source>
        <translation>The messages are not on this computer</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Nothing here yet</translation>
    </message>
    <message>
        <source>Write the first message below.</source>
        <translation>Write the first message below.</translation>
    </message>
</context>
<context>
    <name>ChatOps::TokenKeeper</name>
    <message>
        <source>The session has ended. Sign in again.</source>
        <translation>The session has ended. Sign in again.</translation>
    </message>
</context>
<context>
    <name>ChatOps::Transport</name>
    <message>
        <source>The server&apos;s certificate is not trusted by this computer. If your organisation has its own authority, its certificate has to be installed in the system.</source>
        <translation>The server&apos;s certificate is not trusted by this computer. If your organisation has its own authority, its certificate has to be installed in the system.</translation>
    </message>
</context>
<context>
    <name>ChatOps::WebSocketTransport</name>
    <message>
        <source>The server cannot be reached.</source>
        <translation>The server cannot be reached.</translation>
    </message>
    <message>
        <source>The server sent something this version does not understand.</source>
        <translation>The server sent something this version does not understand.</translation>
    </message>
</context>
<context>
    <name>ChatOps::WeekView</name>
    <message>
        <source>Week of %1</source>
        <translation>Week of %1</translation>
    </message>
    <message>
        <source>%1, due %2</source>
        <translation>%1, due %2</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>not answered</translation>
    </message>
    <message>
        <source>waiting to be sent</source>
        <translation>waiting to be sent</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>not sent yet</translation>
    </message>
</context>
<context>
    <name>Pack</name>
    <message>
        <source>The pack cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a second file %1 in the pack.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file manifest.json is missing or cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file manifest.json does not carry the signature of the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file device/manifest.json cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 is in no manifest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The frame of the ZIP was changed; the files in it are as they were made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ZIP itself is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 in the pack is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is no readable ZIP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 in the pack is too large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1 of %2 is not as it should be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pack cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlainText</name>
    <message>
        <source>Keep</source>
        <translation type="unfinished">Keep</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>React with %1</source>
        <translation>React with %1</translation>
    </message>
    <message>
        <source>Or type one</source>
        <translation>Or type one</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Emoji</translation>
    </message>
</context>
<context>
    <name>Sync</name>
    <message>
        <source>The server cannot be reached.</source>
        <translation>The server cannot be reached.</translation>
    </message>
    <message>
        <source>The server does not answer.</source>
        <translation>The server does not answer.</translation>
    </message>
    <message>
        <source>The connection went silent.</source>
        <translation>The connection went silent.</translation>
    </message>
    <message>
        <source>The server sent something this version does not understand.</source>
        <translation>The server sent something this version does not understand.</translation>
    </message>
    <message>
        <source>Changes arrived out of order.</source>
        <translation>Changes arrived out of order.</translation>
    </message>
    <message>
        <source>The workspace removed this account from this computer.</source>
        <translation>The workspace removed this account from this computer.</translation>
    </message>
    <message>
        <source>The server is restarting.</source>
        <translation>The server is restarting.</translation>
    </message>
    <message>
        <source>The session has to be renewed.</source>
        <translation>The session has to be renewed.</translation>
    </message>
    <message>
        <source>The session was ended on the server. Sign in again.</source>
        <translation>The session was ended on the server. Sign in again.</translation>
    </message>
    <message>
        <source>The server refuses this version or device.</source>
        <translation>The server refuses this version or device.</translation>
    </message>
    <message>
        <source>The server cannot answer at the moment.</source>
        <translation>The server cannot answer at the moment.</translation>
    </message>
    <message>
        <source>The name or the password is not right.</source>
        <translation>The name or the password is not right.</translation>
    </message>
    <message numerus="yes">
        <source>Too many attempts. Try again in %n second(s).</source>
        <translation>
            <numerusform>Too many attempts. Try again in %n second.</numerusform>
            <numerusform>Too many attempts. Try again in %n seconds.</numerusform>
        </translation>
    </message>
    <message>
        <source>The server gave an unexpected answer. Is this a ChatOps server?</source>
        <translation>The server gave an unexpected answer. Is this a ChatOps server?</translation>
    </message>
    <message>
        <source>The session has ended. Sign in again.</source>
        <translation>The session has ended. Sign in again.</translation>
    </message>
    <message>
        <source>This is not a server address. It looks like chat.example.org.</source>
        <translation>This is not a server address. It looks like chat.example.org.</translation>
    </message>
    <message>
        <source>Leave the name and password out of the address.</source>
        <translation>Leave the name and password out of the address.</translation>
    </message>
    <message>
        <source>Only encrypted connections are made: the address must begin with https.</source>
        <translation>Only encrypted connections are made: the address must begin with https.</translation>
    </message>
    <message>
        <source>The proxy of this network does not let the connection through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy of this network asks for a name and a password. They belong into the system&apos;s proxy settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This invitation is not valid any more. Ask for a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This short name is taken. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a name, a short name of a-z, 0-9, &apos;.&apos;, &apos;_&apos; or &apos;-&apos;, and a password of at least 8 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server has no workspace yet, or several and none was chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace did not arrive completely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same device is connected from elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This workspace is for people of a certain age, which was not confirmed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give your password first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This account was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something between this computer and the server answers in its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This address sends elsewhere, to %1. If the network has a login page, open it in a browser and log in there; if the server has moved, use its new address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something between this computer and the server asks for a name and a password of its own. If the network has a login page, open it in a browser; else the proxy in front of the server has to let /v1/ pass without one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something between this computer and the server forbids the connection. Whoever runs the network or the proxy in front of the server has to let it pass.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy in front of the server takes no files of this size. Its administrator has to allow bodies of 21 MB; in nginx that is client_max_body_size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy in front of the server does not reach it at the moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something between this computer and the server limits how often it may be asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What answers at this address is not a ChatOps server. Check the address; if it is right, a login page of the network or a proxy in front of the server answers in its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server answers, but the connection for changes (WebSocket) is not let through. The proxy in front of it has to pass Upgrade and Connection on at /v1/ws.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave everything from ? or # on out of the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This password is among those that are guessed first. Several words that do not belong together are better.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>New</source>
        <comment>line above unread messages</comment>
        <translation>New</translation>
    </message>
    <message>
        <source>waiting to be sent</source>
        <translation>waiting to be sent</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Yesterday</translation>
    </message>
    <message>
        <source>dddd, d MMMM</source>
        <comment>date above messages, as QLocale writes it</comment>
        <translation>dddd, d MMMM</translation>
    </message>
    <message>
        <source>This message was deleted.</source>
        <translation>This message was deleted.</translation>
    </message>
    <message>
        <source>(edited)</source>
        <translation>(edited)</translation>
    </message>
    <message numerus="yes">
        <source>%n replies</source>
        <translation>
            <numerusform>%n reply</numerusform>
            <numerusform>%n replies</numerusform>
        </translation>
    </message>
    <message>
        <source>last reply %1</source>
        <translation>last reply %1</translation>
    </message>
    <message>
        <source>Not sent: %1</source>
        <translation>Not sent: %1</translation>
    </message>
    <message numerus="yes">
        <source>deleted in %n day(s)</source>
        <translation>
            <numerusform>deleted in %n day</numerusform>
            <numerusform>deleted in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>deleted in %n hour(s)</source>
        <translation>
            <numerusform>deleted in %n hour</numerusform>
            <numerusform>deleted in %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>deleted in %n minute(s)</source>
        <translation>
            <numerusform>deleted in %n minute</numerusform>
            <numerusform>deleted in %n minutes</numerusform>
        </translation>
    </message>
</context>
</TS>
