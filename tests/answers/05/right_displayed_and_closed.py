# right: the figure is closed and displayed as the last value, without plt.show
# expect: right
# Exercise 5
from IPython.display import display

step_end = 25
fig, ax = plt.subplots()
ax.set(title="Input current", xlabel="time (s)", ylabel="$I$ (A)")
for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    ax.plot(t, i, "ko")
plt.close(fig)
display(fig)
