import QtQuick
import Remise

/// The label before it is printed, for the first time today: the same dots, and one thing to touch.
Item {
    id: card

    property string picture
    property string label
    /// How much larger than here the window is drawn.
    property real enlargement: 1
    /// Of the screen: a whole number, or one for a whole number of dots.
    readonly property real pixelsOfADot: paper.dot * enlargement

    signal approved()

    Rectangle {
        id: paper

        readonly property real room: card.enlargement * Math.max(0.1, Math.min((card.width - 32) / Math.max(1, drawn.sourceSize.width),
                                                            (action.y - 48) / Math.max(1, drawn.sourceSize.height)))
        readonly property real dot: (room >= 1 ? Math.floor(room) : 1 / Math.ceil(1 / room)) / card.enlargement

        anchors { horizontalCenter: parent.horizontalCenter; verticalCenter: parent.verticalCenter; verticalCenterOffset: -action.height / 2 - 8 }
        width: drawn.width + 24
        height: drawn.height + 24
        radius: Tokens.corner
        color: "white"
        border { width: 2; color: Tokens.line }

        Image {
            id: drawn

            anchors.centerIn: parent
            width: sourceSize.width * paper.dot
            height: sourceSize.height * paper.dot
            source: card.picture
            smooth: width < sourceSize.width / card.enlargement
            mipmap: smooth
        }
    }

    MainAction {
        id: action

        anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom }
        width: Math.min(parent.width, 480)
        height: 140
        icon: "check"
        label: card.label
        onTouched: card.approved()
    }
}
