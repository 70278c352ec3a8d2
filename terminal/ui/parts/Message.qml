import QtQuick
import Remise

/// A sign, a sentence and what belongs to it, in the middle of the room there is: the words come first, the sign
/// takes what they leave.
Item {
    id: message

    property string sign
    property string text
    property color colour: Tokens.ink
    default property alias more: rest.data
    readonly property int gap: 12

    Column {
        anchors.centerIn: parent
        width: parent.width
        spacing: message.gap

        StateSign {
            readonly property real room: message.height - said.height - rest.height - 2 * message.gap

            anchors.horizontalCenter: parent.horizontalCenter
            sign: room < 40 ? "" : message.sign
            side: Math.max(40, Math.min(128, room))
        }

        Said {
            id: said

            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: message.text
            strong: true
            font.pixelSize: text.length > 110 ? 26 : 32
            color: message.colour
        }

        Column {
            id: rest

            width: parent.width
        }
    }
}
